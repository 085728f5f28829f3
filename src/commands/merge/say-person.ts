import { formatMinutes } from '../../locale/format.ts'
import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'

/** Somebody in one line, as far as it helps to tell whether two are one: nothing that is sealed. */
export async function sayPerson(
  { _id: number, name, grants }: Person,
  { store, texts }: Context,
): Promise<string> {
  const [totals, identities, signups] = await Promise.all([
    store.hours.totals(number),
    store.identities.ofPeople([number]),
    store.signups.allOf(number),
  ])
  const roles = grants.map(({ role, scope }) =>
    texts.me.role({ scope: scope.kind === 'all' ? undefined : scope.name, role: texts.common.roles[role] }),
  )
  return texts.merge.person({
    number,
    name,
    roles: roles.length > 0 ? roles.join(texts.me.between) : undefined,
    verified: formatMinutes(totals.verified ?? 0, texts),
    pending: formatMinutes((totals.pending ?? 0) + (totals.seconding ?? 0), texts),
    chats: identities.length,
    signups: signups.length,
  })
}
