import { type Connection, Schema } from 'mongoose'

/**
 * Something a person was told and may answer until `until`, whatever else they say meanwhile: an offered place,
 * later a reminder or a call. `_id` is `kind:activity:person`.
 */
export type Prompt = {
  _id: string
  kind: 'offer'
  person: string
  activity: string
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
    /** Makes or renews a prompt; a rerun changes nothing. */
    set: ({ _id, ...prompt }: Prompt) => model.replaceOne({ _id }, prompt, { upsert: true }),
    /** Prompts a person may answer at a moment, and those this message answered already. */
    open: (person: string, now: Date, key: string): Promise<Prompt[]> =>
      model
        .find({ person, $or: [{ until: { $gt: now }, answeredBy: { $exists: false } }, { answeredBy: key }] })
        .sort({ until: 1 })
        .lean<Prompt[]>(),
    /** Takes the answer of one message; false when another one was first. */
    async answer(id: string, by: string, answer: 'yes' | 'no'): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: id, $or: [{ answeredBy: { $exists: false } }, { answeredBy: by }] },
        { $set: { answeredBy: by, answer } },
      )
      return matchedCount === 1
    },
  }
}
