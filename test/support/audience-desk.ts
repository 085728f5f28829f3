import { runCall } from '../../src/commands/call/run.ts'
import type { Grant } from '../../src/domain/roles.ts'
import type { Target } from '../../src/store/broadcast-targets.ts'
import { at, openCommandStore } from './command-store.ts'

export const now = at('2026-11-24 10:00')

export const inTeam = (name: string, role: Grant['role'] = 'volunteer'): Grant => ({
  role,
  scope: { kind: 'team', name },
})
export const everything: Grant = { role: 'socialWorker', scope: { kind: 'all' } }

/** A database of its own with what calls and broadcasts need: teams, rooms, and people with chat accounts. */
export async function openAudienceDesk() {
  const desk = await openCommandStore()
  const { store } = desk

  const account = async (user: string, person: string, seenAt = now, blocked = false) => {
    const _id = `standard:default:${user}`
    const identity = { _id, platform: 'standard', account: 'default', user, name: user, person, seenAt }
    await store.identities.add({ ...identity, ...(blocked && { blocked }) })
  }
  /** What was frozen: rooms by id, people by the chat account they are reached at. */
  const targetsOf = async (code: string) => {
    const broadcast = await store.broadcasts.find(code)
    const targets: Target[] = []
    for (let slice: Target[] | undefined; slice?.length !== 0; targets.push(...slice))
      slice = await store.broadcastTargets.slice(broadcast?.list ?? '', targets.length)
    return targets.map(({ kind, id }) => `${kind} ${id}`)
  }

  return {
    ...desk,
    account,
    targetsOf,
    /** A team, or a station when its name says so. */
    team: (name: string, station?: string) =>
      store.teams.add({
        _id: name,
        kind: name.endsWith('站') ? 'station' : 'service',
        ...(station && { station }),
        key: `made-${name}`,
        createdAt: now,
      }),
    /** A room bound to a team. */
    room: (id: string, team: string) =>
      store.rooms.bind({
        _id: `standard:default:${id}`,
        platform: 'standard',
        account: 'default',
        room: id,
        name: id,
        team,
      }),
    /** Somebody with a chat account named like them. */
    async somebody(name: string, grants: Grant[] = [], skills: string[] = []) {
      const number = await desk.person(name, grants)
      if (skills.length > 0) await store.people.model.updateOne({ _id: number }, { skills })
      await account(name, number)
      return number
    },
    /** Calls, says 是, and gives both answers and who was reached. */
    async call(code: string, audience: string, by: string) {
      const preview = (await desk.run(runCall, { code, audience }, { by, now })).text
      const { text } = await desk.run(runCall, { code, audience, confirm: true }, { by, now })
      return { preview, text, targets: await targetsOf(/^B\d+/.exec(text)?.[0] ?? '') }
    },
  }
}

export type AudienceDesk = Awaited<ReturnType<typeof openAudienceDesk>>
