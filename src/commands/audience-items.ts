import type { AudienceMember } from '../store/people.ts'
import type { Team } from '../store/teams.ts'
import type { AudienceItem } from './parse/audience-words.ts'

/** A station stands for itself and its teams. */
export const expandStations = (items: readonly AudienceItem[], teams: readonly Team[]): AudienceItem[] =>
  items.flatMap((item) =>
    item.kind === 'team'
      ? withTeams(item.name, teams).map((name) => ({ kind: 'team' as const, name }))
      : [item],
  )

/** A station with its teams; a team alone. */
export const withTeams = (name: string, teams: readonly Team[]): string[] => [
  name,
  ...teams.filter(({ station }) => station === name).map(({ _id }) => _id),
]

/** Names of the teams and stations among the items. */
export const namesOf = (items: readonly AudienceItem[]): string[] =>
  items.flatMap((item) => (item.kind === 'team' ? [item.name] : []))

/** Skills among the items. */
export const skillsOf = (items: readonly AudienceItem[]): string[] =>
  items.flatMap((item) => (item.kind === 'skill' ? [item.name] : []))

/** Whether an item means somebody. `within`: the only teams whose people may be found by a skill; all of them when there is none. */
export function fits(
  member: AudienceMember,
  item: AudienceItem,
  {
    lists,
    within,
  }: { lists: ReadonlyMap<AudienceItem, ReadonlySet<string>>; within?: ReadonlySet<string> | undefined },
): boolean {
  if (item.kind === 'everyone') return true
  if (item.kind === 'activity' || item.kind === 'unanswered') return lists.get(item)?.has(member._id) ?? false
  if (item.kind === 'team') return member.scopes.includes(item.name)
  if (item.kind !== 'skill' || !member.skills.includes(item.name)) return false
  return !within || member.scopes.some((name) => within.has(name))
}
