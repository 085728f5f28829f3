import type { Target } from '../store/broadcast-targets.ts'
import type { Room } from '../store/rooms.ts'
import { namesOf } from './audience-items.ts'
import type { AudienceItem, AudienceWords } from './parse/audience-words.ts'

/**
 * Rooms bound to the teams wanted, and those wanted by name, among `own`. A room leaves nobody out: where people with a
 * skill are not wanted, none is used.
 */
export function roomsOf(
  { wanted, without }: AudienceWords,
  expanded: AudienceWords,
  { bound, own }: { bound: readonly Room[]; own: readonly Room[] },
): Room[] {
  if (without.some(({ kind }) => kind !== 'team' && kind !== 'room')) return []
  const named = (items: readonly AudienceItem[]) =>
    new Set(items.flatMap((item) => (item.kind === 'room' ? [item.name] : [])))
  const [unwanted, teams] = [new Set(namesOf(expanded.without)), new Set(namesOf(expanded.wanted))]
  const [wantedRooms, unwantedRooms] = [named(wanted), named(without)]
  const everywhere = wanted.some(({ kind }) => kind === 'everyone')
  return bound.filter(
    ({ _id, team = '', name }) =>
      // Names are not unique: of another's room with the same name nobody speaks to it by chance.
      (everywhere || teams.has(team) || (wantedRooms.has(name) && own.some((one) => one._id === _id))) &&
      !unwanted.has(team) &&
      !unwantedRooms.has(name),
  )
}

/** A room as a broadcast goes to it. */
export const targetOf = ({ platform, account, room }: Room): Target => ({
  platform,
  account,
  kind: 'room',
  id: room,
})
