import type { Model } from 'mongoose'
import { AppError } from '../errors.ts'
import type { Activity, Group } from './activity.ts'

/** The activity may change under us this often before the message is better tried again from the start. */
const triesAtMost = 50

/** What a group wants: `count` places in all; `wait` for those that are not there, or take nothing then. */
export type GroupWish = {
  team: string
  count: number
  wait: boolean
  /** Replaces the names that are known; without them they stay. */
  names?: readonly string[] | undefined
  by: string
  at: Date
  key: string
  /** Whether `by` is told the number by whoever asks; otherwise it is still to be said. */
  told: boolean
}

/** What became of it. `short`: nothing was changed, since only `count` could be had and `rest` would wait. */
export type GroupEnd =
  | { kind: 'set'; count: number; waiting: number }
  | { kind: 'short'; count: number; rest: number }
  | { kind: 'closed' }

/** How a group stands in the waiting list. */
export const groupId = (team: string): string => `group:${team}`

/**
 * Places for groups: one number within the activity's `taken`, changed by one conditional update together with the
 * group's place in the waiting list. A group passes nobody who waits.
 */
export function groupPlaces(model: Model<Activity>) {
  return {
    /**
     * Sets how many places a group has. Once per message: a rerun gives what it came to. Throws AppError `conflict`
     * when the places keep changing.
     */
    async setGroup(code: string, wish: GroupWish): Promise<GroupEnd> {
      for (let tries = 0; tries < triesAtMost; tries++) {
        const activity = await model.findById(code).lean<Activity>()
        const group = activity?.groups?.find(({ team }) => team === wish.team)
        const mine = group?.said.find(({ key }) => key === wish.key)
        if (mine) return { kind: 'set', count: mine.count, waiting: mine.waiting }
        if (!activity || activity.state !== 'open' || activity.end <= wish.at) return { kind: 'closed' }
        const step = stepTo(wish, activity, group)
        if (step.rest > 0 && !wish.wait) return { kind: 'short', count: step.count, rest: step.rest }
        if (await take(code, wish, step)) return { kind: 'set', count: step.count, waiting: step.rest }
      }
      throw new AppError('conflict', `the places of ${code} keep changing`)
    },
    /**
     * One convergent step: free places go to the group that stands first in the waiting list. Gives the activity as it is
     * then; `undefined` when there is nothing to do.
     */
    async growGroup(code: string, at: Date, tries = triesAtMost): Promise<Activity | undefined> {
      const before = await model.findById(code).lean<Activity>()
      const first = before?.waiting[0]
      const group = before?.groups?.find(({ team }) => team === first?.group)
      if (!before || !first?.count || !group) return undefined
      const more = Math.min(first.count, before.places - before.taken)
      if (more <= 0 || before.state !== 'open' || before.end <= at) return undefined
      const left = first.count - more
      const activity = await model
        .findOneAndUpdate(
          {
            _id: code,
            state: 'open',
            end: { $gt: at },
            'waiting.0.person': first.person,
            'waiting.0.count': first.count,
            groups: { $elemMatch: { team: group.team, count: group.count } },
            $expr: { $lte: [{ $add: ['$taken', more] }, '$places'] },
          },
          {
            $inc: { taken: more, changes: 1 },
            $min: { settleAt: at },
            $set: {
              'groups.$[group].count': group.count + more,
              ...(left > 0 && { 'waiting.$[entry].count': left }),
            },
            ...(left === 0 && { $pull: { waiting: { person: first.person } } }),
          },
          {
            arrayFilters: [
              { 'group.team': group.team },
              ...(left > 0 ? [{ 'entry.person': first.person }] : []),
            ],
            returnDocument: 'after',
          },
        )
        .lean<Activity>()
      // Somebody else changed the places in this moment: there may be more to do.
      return activity ?? (tries > 1 ? this.growGroup(code, at, tries - 1) : undefined)
    },
    /** Notes that the person who speaks for a group knows its number. */
    toldGroup: (code: string, { team, count }: Pick<Group, 'team' | 'count'>) =>
      model.updateOne(
        { _id: code, groups: { $elemMatch: { team, count } } },
        { $set: { 'groups.$.told': count } },
      ),
  }

  /** One update for the number, the places taken and the waiting list; false when something changed meanwhile. */
  async function take(code: string, wish: GroupWish, step: Step): Promise<boolean> {
    const { team, names, by, at, key } = wish
    const person = groupId(team)
    const { group, waits, count, rest, more } = step
    const said = { key, count, waiting: rest }
    const told = wish.told ? count : (group?.told ?? 0)
    const joins = rest > 0 && !waits
    const { modifiedCount } = await model.updateOne(
      {
        _id: code,
        state: 'open',
        end: { $gt: at },
        $and: [
          group
            ? { groups: { $elemMatch: { team, count: group.count } } }
            : { groups: { $not: { $elemMatch: { team } } } },
          waits
            ? { waiting: { $elemMatch: { person, count: waits.count } } }
            : { waiting: { $not: { $elemMatch: { person } } } },
          ...(more > 0
            ? [{ $or: [{ 'waiting.0': { $exists: false } }, { 'waiting.0.person': person }] }]
            : []),
        ],
        $expr: { $lte: [{ $add: ['$taken', Math.max(more, 0)] }, '$places'] },
      },
      {
        $inc: { taken: more, changes: 1 },
        $min: { settleAt: at },
        $set: {
          ...(group && {
            'groups.$[group].count': count,
            'groups.$[group].by': by,
            'groups.$[group].at': at,
            'groups.$[group].told': told,
            ...(names && { 'groups.$[group].names': names }),
          }),
          ...(waits && rest > 0 && { 'waiting.$[entry].count': rest }),
        },
        $push: {
          ...(group
            ? { 'groups.$[group].said': said }
            : { groups: { team, count, names: names ?? [], by, at, told, said: [said] } }),
          ...(joins && { waiting: { person, group: team, count: rest, key, at } }),
        },
        ...(waits && rest === 0 && { $pull: { waiting: { person } } }),
      },
      {
        arrayFilters: [
          ...(group ? [{ 'group.team': team }] : []),
          ...(waits && rest > 0 ? [{ 'entry.person': person }] : []),
        ],
      },
    )
    return modifiedCount === 1
  }
}

type Step = ReturnType<typeof stepTo>

/** What a wish comes to as things stand: the number then, how many wait, and how many places that takes or frees. */
function stepTo({ team, count: wanted }: GroupWish, activity: Activity, group: Group | undefined) {
  const had = group?.count ?? 0
  const [first] = activity.waiting
  const waits = activity.waiting.find(({ person }) => person === groupId(team))
  const free = first && first !== waits ? 0 : Math.max(activity.places - activity.taken, 0)
  const more = Math.min(wanted - had, free)
  return { group, waits, count: had + more, rest: wanted - had - more, more }
}
