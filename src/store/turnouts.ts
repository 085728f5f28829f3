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

/** What the database adds up. */
type Sums = Record<'activities' | 'places' | 'taken' | 'came' | 'missed' | 'excused' | 'served', number>

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

  /** Plain sums over an index, and no condition on each activity: that takes several times as long. */
  async function sumsOf(match: object): Promise<Sums | undefined> {
    const [sums] = await activities.aggregate<Sums>([
      { $match: match },
      {
        $group: {
          _id: null,
          activities: { $sum: 1 },
          places: { $sum: '$places' },
          taken: { $sum: '$taken' },
          came: { $sum: '$turnout.came' },
          missed: { $sum: '$turnout.missed' },
          excused: { $sum: '$turnout.excused' },
          served: { $sum: '$served' },
        },
      },
    ])
    return sums
  }

  return {
    catchUp,
    /** Figures of the activities of a period within a reach; people served as noted by `asOf`, by now without it. */
    async figures(period: {
      from: Date
      to: Date
      reach: Reach
      asOf?: Date | undefined
    }): Promise<ActivityFigures> {
      await catchUp()
      const { from, to, reach, asOf } = period
      const begun = { start: { $gte: from, $lt: to }, ...within(reach) }
      const told = { edits: { $elemMatch: { field: 'served', at: { $gt: asOf } } } }
      const [all, calledOff, closed, toldLater] = await Promise.all([
        sumsOf(begun),
        sumsOf({ ...begun, state: 'cancelled' }),
        activities.countDocuments({ ...begun, state: 'closed' }),
        asOf
          ? activities
              .find({ ...begun, ...told }, { served: 1, edits: 1 })
              .lean<Pick<Activity, 'served' | 'edits'>[]>()
          : [],
      ])
      const held = (field: keyof Sums) => (all?.[field] ?? 0) - (calledOff?.[field] ?? 0)
      const sum: ActivityFigures = {
        activities: held('activities'),
        places: held('places'),
        filled: Math.min(held('places'), held('taken') + held('missed')),
        came: held('came'),
        missed: held('missed'),
        excused: held('excused'),
        served: held('served'),
        closed,
      }
      if (!asOf) return sum
      return toldLater.reduce((known, activity) => takeBack(known, activity, asOf), sum)
    },
  }
}

/** Takes back what was told of an activity after a moment. */
function takeBack(
  figures: ActivityFigures,
  { served = 0, edits = [] }: Pick<Activity, 'served' | 'edits'>,
  until: Date,
): ActivityFigures {
  const told = edits.findLast(({ field, at }) => field === 'served' && at <= until)
  return {
    ...figures,
    served: figures.served - served + Number(told?.to ?? 0),
    closed: figures.closed - (told ? 0 : 1),
  }
}
