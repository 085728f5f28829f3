import { may, type Grant, type Role, type TeamPlace } from './roles.ts'

/**
 * Something that has waited longer than it should, and where. `guardians` are those of whose it is, who have no word on it.
 */
export type DueItem = TeamPlace & { guardians?: readonly string[] } & (
    | { kind: 'hours'; id: string; activity: string; person: string; spoken: readonly string[] }
    | { kind: 'report'; id: string; owner: string | undefined }
    | { kind: 'request'; id: string; by: string; needs: Exclude<Role, 'volunteer'> }
  )

/** How many of each kind. */
export type DueCounts = Record<DueItem['kind'], number>

type Worker = { _id: string; grants: readonly Grant[] }

/**
 * Whether a social worker is the one to deal with it, by what they are a social worker of: never the hours or
 * request of themselves or their child, nor hours they have given their word on; a report is its owner's, one without an owner whoever's scope it is in.
 */
export function isDueFor(item: DueItem, { _id, grants }: Worker): boolean {
  const own = grants.filter(({ role }) => role === 'socialWorker')
  if (item.kind === 'report')
    return item.owner === undefined ? may(own, 'socialWorker', item) : item.owner === _id
  if (item.guardians?.includes(_id)) return false
  if (item.kind === 'request') return item.by !== _id && may(own, item.needs, item)
  return item.person !== _id && !item.spoken.includes(_id) && may(own, 'socialWorker', item)
}

export function countDue(items: readonly DueItem[]): DueCounts {
  const counts: DueCounts = { hours: 0, report: 0, request: 0 }
  for (const { kind } of items) counts[kind]++
  return counts
}
