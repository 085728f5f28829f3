import { type Connection, Schema } from 'mongoose'
import { isTurnout, type SignupState } from '../domain/signup-states.ts'
import { insertedFirst } from './connection.ts'

/** One step of a sign-up's life: the state it came to, by which message, who acted (`system` for a time-out). */
export type SignupStep = {
  state: SignupState
  key: string
  at: Date
  by: string
  /** Token of the hold this step stands for: which place was taken, which offer was made or answered. */
  hold?: string
  /** Place in the waiting list at that moment, from 1. */
  position?: number
  /** Cancelled after the deadline. */
  late?: boolean
  /** Why, in the person's own words, sealed. */
  reason?: string
  /** The other activity because of which an offer could not be taken. */
  collides?: string
}

/**
 * A person and an activity: one row for ever, `A12:V000123`. `key` is the message of the latest step; of an offered
 * row it is the token of the offer.
 */
export type Signup = {
  _id: string
  activity: string
  person: string
  state: SignupState
  key: string
  at: Date
  steps: SignupStep[]
  /** The message that cancelled, while its place is not given back yet; the sweeper does when the message could not. */
  owesPlace?: string
  /** Set by a step to or from whether somebody came, taken off once the activity's turnout was counted. */
  uncounted?: string
  /** How much later than the start the person said they come; it counts for the place they had then. */
  late?: { minutes: number; at: Date; key: string }
  demo?: boolean
}

const step = new Schema(
  {
    state: String,
    key: String,
    at: Date,
    by: String,
    hold: String,
    position: Number,
    late: Boolean,
    reason: String,
    collides: String,
  },
  { _id: false },
)
const schema = new Schema<Signup>(
  {
    _id: String,
    activity: String,
    person: String,
    state: String,
    key: String,
    at: Date,
    steps: [step],
    owesPlace: String,
    uncounted: String,
    late: { _id: false, type: { minutes: Number, at: Date, key: String } },
    demo: Boolean,
  },
  { collection: 'signups', versionKey: false },
)
  .index({ activity: 1, state: 1 })
  .index({ person: 1, at: -1 })
  .index({ owesPlace: 1 }, { sparse: true })
  .index({ uncounted: 1 }, { sparse: true })

export const signupId = (activity: string, person: string): string => `${activity}:${person}`

/** Sign-ups, one per person and activity. */
export function signups(connection: Connection) {
  const model = connection.model<Signup>('Signup', schema)
  return {
    model,
    find: (activity: string, person: string): Promise<Signup | null> =>
      model.findById(signupId(activity, person)).lean<Signup>(),
    many: (ids: readonly string[]): Promise<Signup[]> =>
      model.find({ _id: { $in: [...ids] } }).lean<Signup[]>(),
    /** Makes the row; false when there is one already, whatever its state. */
    add: (signup: {
      activity: string
      person: string
      state: SignupState
      step: Omit<SignupStep, 'state'>
      demo?: boolean
    }): Promise<boolean> =>
      insertedFirst(
        model.create({
          _id: signupId(signup.activity, signup.person),
          activity: signup.activity,
          person: signup.person,
          state: signup.state,
          key: signup.step.key,
          at: signup.step.at,
          steps: [{ ...signup.step, state: signup.state }],
          ...(isTurnout(signup.state) && { uncounted: signup.step.key }),
          ...(signup.demo && { demo: true }),
        }),
      ),
    /**
     * Moves the row on if it is in one of `from`, at the step `expect` when that is said, and owes no place; true also
     * when this very step was taken before.
     */
    async move(
      id: { activity: string; person: string },
      change: {
        from: readonly SignupState[]
        expect?: string
        to: SignupState
        step: Omit<SignupStep, 'state'>
        owesPlace?: boolean
      },
    ): Promise<boolean> {
      const _id = signupId(id.activity, id.person)
      const { matchedCount } = await model.updateOne(
        {
          _id,
          state: { $in: [...change.from] },
          owesPlace: { $exists: false },
          ...(change.expect && { key: change.expect }),
        },
        {
          $set: {
            state: change.to,
            key: change.step.key,
            at: change.step.at,
            ...(change.owesPlace && { owesPlace: change.step.key }),
            ...([...change.from, change.to].some(isTurnout) && {
              uncounted: `${change.step.key}:${change.to}`,
            }),
          },
          $push: { steps: { ...change.step, state: change.to } },
        },
      )
      if (matchedCount === 1) return true
      return (
        (await model.countDocuments({
          _id,
          steps: { $elemMatch: { key: change.step.key, state: change.to } },
        })) > 0
      )
    },
    /** Notes that somebody with a place comes late; false for anybody else. What was noted before is replaced. */
    async noteLate(activity: string, person: string, late: NonNullable<Signup['late']>): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: signupId(activity, person), state: 'confirmed' },
        { $set: { late } },
      )
      return matchedCount === 1
    },
    /** Everybody who ever signed up for an activity, whatever became of it. */
    async peopleOf(activity: string): Promise<string[]> {
      const rows = await model.find({ activity }, { person: 1 }).lean<Signup[]>()
      return rows.map(({ person }) => person)
    },
    ofActivity: (activity: string, states: readonly SignupState[]): Promise<Signup[]> =>
      model
        .find({ activity, state: { $in: [...states] } })
        .sort({ at: 1 })
        .lean<Signup[]>(),
    /** The same in batches, for lists of any length. */
    async *inBatches(
      activity: string,
      states: readonly SignupState[],
      size: number,
    ): AsyncGenerator<Signup[]> {
      let batch: Signup[] = []
      for await (const row of model
        .find({ activity, state: { $in: [...states] } })
        .lean<Signup[]>()
        .cursor({ batchSize: size })) {
        batch.push(row)
        if (batch.length < size) continue
        yield batch
        batch = []
      }
      if (batch.length > 0) yield batch
    },
    allOf: (person: string): Promise<Signup[]> => model.find({ person }).sort({ _id: 1 }).lean<Signup[]>(),
    /** Writes a row as it is, in the place of what is there, and takes another away: it was handed to somebody. */
    async hand(row: Signup, instead: string): Promise<void> {
      const { _id, ...rest } = row
      await model.replaceOne({ _id }, rest, { upsert: true })
      await model.deleteOne({ _id: instead })
    },
    /** Puts a row back as it was. */
    restore: ({ _id, ...row }: Signup) => model.replaceOne({ _id }, row, { upsert: true }),
    ofPerson: (person: string, states: readonly SignupState[], limit = 50): Promise<Signup[]> =>
      model
        .find({ person, state: { $in: [...states] } })
        .sort({ at: -1 })
        .limit(limit)
        .lean<Signup[]>(),
    countOf: (person: string): Promise<number> => model.countDocuments({ person }),
    /** Forgets why a person cancelled, in their own words. */
    forgetReasons: (person: string) =>
      model.updateMany({ person, 'steps.reason': { $exists: true } }, { $unset: { 'steps.$[].reason': 1 } }),
    /** Rows that owe a place, of all activities or of one. */
    owing: (limit: number, activity?: string): Promise<Signup[]> =>
      model
        .find({ owesPlace: { $exists: true }, ...(activity && { activity }) })
        .limit(limit)
        .lean<Signup[]>(),
    /** The place that this message owed is given back. */
    paid: (id: string, key: string) =>
      model.updateOne({ _id: id, owesPlace: key }, { $unset: { owesPlace: 1 } }),
  }
}
