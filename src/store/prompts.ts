import { type Connection, Schema } from 'mongoose'
import { insertedFirst } from './connection.ts'

/**
 * Something a person was told and may answer until `until`, whatever else they say meanwhile: an offered place,
 * later a reminder or a call. `_id` is `kind:activity:person`.
 */
export type Prompt = {
  _id: string
  kind: 'offer'
  person: string
  activity: string
  /** Which offer it is: an answer to an earlier one does not count for it. */
  token: string
  until: Date
  /** The message that answered it. */
  answeredBy?: string
  answer?: 'yes' | 'no'
}

const schema = new Schema<Prompt>(
  {
    _id: String,
    kind: String,
    person: String,
    activity: String,
    token: String,
    until: Date,
    answeredBy: String,
    answer: String,
  },
  { collection: 'prompts', versionKey: false },
)
  .index({ person: 1, until: 1 })
  .index({ until: 1 }, { expireAfterSeconds: 7 * 24 * 3600 })

/** Standing prompts. */
export function prompts(connection: Connection) {
  const model = connection.model('Prompt', schema)
  return {
    model,
    /** Makes or renews a prompt, once per token: a rerun does not take back an answer. */
    async set({ _id, ...prompt }: Prompt): Promise<void> {
      const renew = { $set: prompt, $unset: { answeredBy: 1, answer: 1 } }
      // With this token there already the filter does not fit, the insert meets the row, and that is all right.
      await insertedFirst(model.updateOne({ _id, token: { $ne: prompt.token } }, renew, { upsert: true }))
    },
    /** Prompts a person may answer at a moment, and those this message answered already. */
    open: (person: string, now: Date, key: string): Promise<Prompt[]> =>
      model
        .find({ person, $or: [{ until: { $gt: now }, answeredBy: { $exists: false } }, { answeredBy: key }] })
        .sort({ until: 1 })
        .lean<Prompt[]>(),
    /** Takes the answer of one message; false when another one was first, or another offer stands there now. */
    async answer(
      { _id, token }: Pick<Prompt, '_id' | 'token'>,
      by: string,
      answer: 'yes' | 'no',
    ): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id, token, $or: [{ answeredBy: { $exists: false } }, { answeredBy: by }] },
        { $set: { answeredBy: by, answer } },
      )
      return matchedCount === 1
    },
  }
}

/** The one prompt about an offer there is for a person and an activity. */
export const offerPromptId = (activity: string, person: string): string => `offer:${activity}:${person}`
