import type { Grant } from '../../src/domain/roles.ts'
import { at } from './command-store.ts'
import type { CrashWorld } from './crash-world.ts'

/** Puts somebody registered into the database: a chat account on the gateway, and grants. */
export async function addPerson(
  { store }: CrashWorld,
  { number, user, name, grants = [] }: { number: string; user: string; name: string; grants?: Grant[] },
): Promise<void> {
  const createdAt = at('2026-01-01 09:00')
  const key = `made-${number}`
  await store.people.add({
    _id: number,
    name,
    skills: [],
    commitments: [],
    createdAt,
    grants: grants.map((grant) => ({ ...grant, by: number, at: createdAt, key })),
    key,
  })
  await store.identities.add({
    _id: `standard:default:${user}`,
    platform: 'standard',
    account: 'default',
    user,
    name,
    person: number,
    seenAt: createdAt,
  })
}
