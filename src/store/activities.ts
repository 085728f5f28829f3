import { type Connection, Schema } from 'mongoose'
import { insertedFirst } from './connection.ts'

/**
 * A place that is taken without its sign-up row being known to exist yet (`signup`), or kept for somebody of the
 * waiting list until they answer (`offer`). Offered counts as taken.
 */
export type Hold = { person: string; key: string; kind: 'signup' | 'offer'; at: Date; until?: Date }

/** Somebody in the waiting list, first come first served. */
export type Waiting = { person: string; key: string; at: Date }

/** Something to serve at. `taken` counts confirmed and offered places; times are UTC. */
export type Activity = {
  _id: string
  title: string
  category: string
  team?: string
  station?: string
  place: string
  meetAt?: string
  bring?: string
  risk?: string
  start: Date
  end: Date
  restMinutes: number
  places: number
  taken: number
  holds: Hold[]
  waiting: Waiting[]
  /** Messages that gave a place back lately: giving back twice is harmless. */
  freed: { key: string; at: Date }[]
  minAge?: number
  dangerous?: boolean
  skills: string[]
  state: 'open' | 'cancelled' | 'closed'
  responsible: string
  key: string
  createdAt: Date
  demo?: boolean
}

const hold = new Schema(
  { person: String, key: String, kind: { type: String }, at: Date, until: Date },
  { _id: false },
)
const waiting = new Schema({ person: String, key: String, at: Date }, { _id: false })
const freed = new Schema({ key: String, at: Date }, { _id: false })

const schema = new Schema<Activity>(
  {
    _id: String,
    title: String,
    category: String,
    team: String,
    station: String,
    place: String,
    meetAt: String,
    bring: String,
    risk: String,
    start: Date,
    end: Date,
    restMinutes: Number,
    places: Number,
    taken: Number,
    holds: [hold],
    waiting: [waiting],
    freed: [freed],
    minAge: Number,
    dangerous: Boolean,
    skills: [String],
    state: String,
    responsible: String,
    key: String,
    createdAt: Date,
    demo: Boolean,
  },
  { collection: 'activities', versionKey: false },
)
  .index({ state: 1, start: 1 })
  .index({ key: 1 })

/**
 * Activities and their places. Every change of places is one conditional update that is idempotent by person or
 * message, so that no crash oversells a place, and the sweeper finds what a crash left half done.
 */
export function activities(connection: Connection) {
  const model = connection.model('Activity', schema)
  return {
    model,
    find: (code: string): Promise<Activity | null> => model.findById(code).lean<Activity>(),
    many: (codes: readonly string[]): Promise<Activity[]> =>
      model.find({ _id: { $in: [...codes] } }).lean<Activity[]>(),
    /** The activity a message made, for its rerun. */
    madeBy: (key: string): Promise<Activity | null> => model.findOne({ key }).lean<Activity>(),
    /** False when there is one with this code already. */
    add: (activity: Activity): Promise<boolean> => insertedFirst(model.create(activity)),
    /** Open activities that have not ended, soonest first. `skip` serves 更多. */
    upcoming: (filter: {
      now: Date
      from?: Date
      to?: Date
      category?: string
      team?: string
      skip?: number
      limit: number
    }): Promise<Activity[]> =>
      model
        .find({
          state: 'open',
          end: { $gt: filter.now },
          ...(filter.from || filter.to
            ? { start: { ...(filter.from && { $gte: filter.from }), ...(filter.to && { $lt: filter.to }) } }
            : {}),
          ...(filter.category && { category: filter.category }),
          ...(filter.team && { team: filter.team }),
        })
        .sort({ start: 1, _id: 1 })
        .skip(filter.skip ?? 0)
        .limit(filter.limit)
        .lean<Activity[]>(),
    /**
     * Takes one place for a person if one is free and nobody waits. True also when this message took it before.
     * False: full, waiting list not empty, cancelled or begun.
     */
    async takePlace(code: string, taker: { person: string; key: string; at: Date }): Promise<boolean> {
      const { modifiedCount } = await model.updateOne(
        {
          _id: code,
          state: 'open',
          end: { $gt: taker.at },
          'waiting.0': { $exists: false },
          'holds.person': { $ne: taker.person },
          $expr: { $lt: ['$taken', '$places'] },
        },
        { $inc: { taken: 1 }, $push: { holds: { ...taker, kind: 'signup' } } },
      )
      if (modifiedCount === 1) return true
      return (
        (await model.countDocuments({
          _id: code,
          holds: { $elemMatch: { person: taker.person, key: taker.key } },
        })) > 0
      )
    },
    /** Gives one place back, once per message. */
    freePlace: (code: string, by: { key: string; at: Date }) =>
      model.updateOne(
        { _id: code, 'freed.key': { $ne: by.key } },
        { $inc: { taken: -1 }, $push: { freed: by } },
      ),
    /** Puts a person at the end of the waiting list and says which place that is, from 1. Harmless when repeated. */
    async wait(code: string, waiter: Waiting): Promise<number> {
      await model.updateOne(
        { _id: code, state: 'open', 'waiting.person': { $ne: waiter.person } },
        { $push: { waiting: waiter } },
      )
      const row = await model.findById(code, { waiting: 1 }).lean<Activity>()
      return (row?.waiting.findIndex((entry) => entry.person === waiter.person) ?? -1) + 1
    },
    leaveWaiting: (code: string, person: string) =>
      model.updateOne({ _id: code }, { $pull: { waiting: { person } } }),
    /**
     * One convergent step: a free place and somebody waiting become an offer to the first in the list.
     * Gives the activity after the step and who was offered; undefined when there is nothing to do.
     */
    async offerNext(
      code: string,
      offer: { at: Date; until: Date },
    ): Promise<{ activity: Activity; person: string } | undefined> {
      const row = await model
        .findOneAndUpdate(
          { _id: code, state: 'open', 'waiting.0': { $exists: true }, $expr: { $lt: ['$taken', '$places'] } },
          [
            {
              $set: {
                taken: { $add: ['$taken', 1] },
                holds: {
                  $concatArrays: [
                    '$holds',
                    [
                      {
                        person: { $arrayElemAt: ['$waiting.person', 0] },
                        key: { $arrayElemAt: ['$waiting.key', 0] },
                        kind: 'offer',
                        at: offer.at,
                        until: offer.until,
                      },
                    ],
                  ],
                },
                waiting: { $slice: ['$waiting', 1, { $max: [{ $size: '$waiting' }, 1] }] },
              },
            },
          ],
          { returnDocument: 'after', updatePipeline: true },
        )
        .lean<Activity>()
      const person = row?.holds.at(-1)?.person
      return row && person ? { activity: row, person } : undefined
    },
    /** An offer that is accepted keeps its place; declined or too late it is given back in the same step. Once per offer. */
    async settleOffer(code: string, person: string, outcome: 'accepted' | 'declined'): Promise<boolean> {
      const { modifiedCount } = await model.updateOne(
        { _id: code, holds: { $elemMatch: { person, kind: 'offer' } } },
        {
          $pull: { holds: { person, kind: 'offer' } },
          ...(outcome === 'declined' && { $inc: { taken: -1 } }),
        },
      )
      return modifiedCount === 1
    },
    /** Activities with something unfinished: holds to settle, freed keys to forget, a waiting list with a free place. */
    unsettled: (limit: number): Promise<Activity[]> =>
      model
        .find({
          $or: [
            { 'holds.0': { $exists: true } },
            { 'freed.0': { $exists: true } },
            { 'waiting.0': { $exists: true } },
          ],
        })
        .limit(limit)
        .lean<Activity[]>(),
    /** Forgets holds whose sign-up row exists. */
    dropHolds: (code: string, keys: readonly string[]) =>
      model.updateOne({ _id: code }, { $pull: { holds: { kind: 'signup', key: { $in: [...keys] } } } }),
    /** Gives a place back that was taken by a message which never came to its end. */
    async abandonHold(code: string, key: string): Promise<boolean> {
      const { modifiedCount } = await model.updateOne(
        { _id: code, holds: { $elemMatch: { kind: 'signup', key } } },
        { $inc: { taken: -1 }, $pull: { holds: { kind: 'signup', key } } },
      )
      return modifiedCount === 1
    },
    forgetFreed: (code: string, before: Date) =>
      model.updateOne({ _id: code }, { $pull: { freed: { at: { $lt: before } } } }),
  }
}
