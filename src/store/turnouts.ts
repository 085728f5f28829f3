import { randomUUID } from 'node:crypto'
import type { Model } from 'mongoose'
import type { Reach } from '../domain/reach.ts'
import { isTurnout, type SignupState, signupStates } from '../domain/signup-states.ts'
import type { Activity } from './activity.ts'
import { takeMarks } from './marked.ts'
import type { Signup } from './signups.ts'
import { within } from './within.ts'

/** Marked sign-ups taken on at once. */
const batch = 5_000

/** What the activities that began in a period and were not called off add up to; `closed` ones told whom they served. */
export type ActivityFigures = {
  activities: number
  places: number
  /** Places that were taken when it began: somebody who then did not come had one too. */
  filled: number
  came: number
  missed: number
  excused: number
  served: number
  closed: number
}

/**
 * Who came, by activity: counted anew from its sign-ups, by marks on them, and kept with the activity; a figure of many
 * activities then reads no sign-up.
 */
export function turnouts({ activities, signups }: { activities: Model<Activity>; signups: Model<Signup> }) {
  async function count(code: string): Promise<void> {
    const before = await activities.findById(code, { turnout: 1 }).lean<Pick<Activity, 'turnout'>>()
    if (!before) return
    const rows = await signups.aggregate<{ _id: SignupState; count: number }>([
      { $match: { activity: code, state: { $in: signupStates.filter(isTurnout) } } },
      { $group: { _id: '$state', count: { $sum: 1 } } },
    ])
    const of = (state: SignupState) => rows.find(({ _id }) => _id === state)?.count ?? 0
    const turnout = {
      came: of('arrived') + of('completed'),
      missed: of('no_show'),
      excused: of('excused'),
      stamp: randomUUID(),
    }
    const { matchedCount } = await activities.updateOne(
      { _id: code, 'turnout.stamp': before.turnout?.stamp ?? null },
      { $set: { turnout } },
    )
    if (matchedCount === 0) await count(code)
  }

  /** Counts the activities of all marked sign-ups and takes the marks off. */
  async function catchUp(): Promise<void> {
    const marked = await signups
      .find({ uncounted: { $exists: true } }, { activity: 1, uncounted: 1 })
      .limit(batch)
      .lean<Pick<Signup, '_id' | 'activity' | 'uncounted'>[]>()
    if (marked.length === 0) return
    for (const code of new Set(marked.map(({ activity }) => activity))) await count(code)
    await takeMarks(signups, marked)
    if (marked.length === batch) await catchUp()
  }

  return {
    catchUp,
    /** Figures of the activities of a period within a reach; people served as noted by `until`. */
    async figures(period: { from: Date; to: Date; reach: Reach; until: Date }): Promise<ActivityFigures> {
      await catchUp()
      const { from, to, reach, until } = period
      const missed = { $ifNull: ['$turnout.missed', 0] }
      const told = {
        $last: {
          $filter: {
            input: { $ifNull: ['$edits', []] },
            cond: { $and: [{ $eq: ['$$this.field', 'served'] }, { $lte: ['$$this.at', until] }] },
          },
        },
      }
      const [sum] = await activities.aggregate<ActivityFigures>([
        { $match: { start: { $gte: from, $lt: to }, state: { $ne: 'cancelled' }, ...within(reach) } },
        { $set: { told } },
        {
          $group: {
            _id: null,
            activities: { $sum: 1 },
            places: { $sum: '$places' },
            filled: { $sum: { $min: ['$places', { $add: ['$taken', missed] }] } },
            came: { $sum: '$turnout.came' },
            missed: { $sum: '$turnout.missed' },
            excused: { $sum: '$turnout.excused' },
            served: { $sum: '$told.to' },
            closed: { $sum: { $cond: [{ $gt: ['$told', null] }, 1, 0] } },
          },
        },
        { $project: { _id: 0 } },
      ])
      return sum ?? none
    },
  }
}

const none: ActivityFigures = {
  activities: 0,
  places: 0,
  filled: 0,
  came: 0,
  missed: 0,
  excused: 0,
  served: 0,
  closed: 0,
}
