import { type Connection, Schema } from 'mongoose'
import { insertedFirst, isDuplicate } from './connection.ts'

/** What somebody can be asked that waits for its answer: an offered place, whether they come, until when they stayed, a call. */
export const promptKinds = ['offer', 'reminder', 'checkout', 'call'] as const
export type PromptKind = (typeof promptKinds)[number]

/**
 * Something a person was told and may answer until `until`, whatever else they say meanwhile. `_id` is `kind:activity:person`.
 */
export type Prompt = {
  _id: string
  kind: PromptKind
  person: string
  activity: string
  /** Which offer or reminder it is: an answer to an earlier one does not count for it. */
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

/** The one prompt of a kind there is for a person and an activity. */
export const promptId = (kind: PromptKind, activity: string, person: string): string =>
  `${kind}:${activity}:${person}`

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
    find: (id: string): Promise<Prompt | null> => model.findById(id).lean<Prompt>(),
    /** Notes the answer to what was asked without a prompt, such as a call to thousands; the last word counts. */
    async note({ _id, ...prompt }: Prompt, by: string, answer: 'yes' | 'no'): Promise<void> {
      const said = { $set: { ...prompt, answeredBy: by, answer } }
      await insertedFirst(model.updateOne({ _id }, said, { upsert: true }))
    },
    /** Who said no to being called to an activity. */
    async declined(activity: string): Promise<string[]> {
      // From here to the next sign after the colon are all calls to this activity.
      const _id = { $gte: promptId('call', activity, ''), $lt: `call:${activity};` }
      const rows = await model.find({ _id, answer: 'no' }, { person: 1 }).lean<Prompt[]>()
      return rows.map(({ person }) => person)
    },
    /** The same for many, in one round trip. */
    async setAll(rows: readonly Prompt[]): Promise<void> {
      if (rows.length === 0) return
      try {
        await model.bulkWrite(
          rows.map(({ _id, ...prompt }) => ({
            updateOne: {
              filter: { _id, token: { $ne: prompt.token } },
              update: { $set: prompt, $unset: { answeredBy: 1, answer: 1 } },
              upsert: true,
            },
          })),
          { ordered: false },
        )
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
    },
    /** Who of some people said yes to the prompt of a kind that stands for an activity now. */
    async saidYes(
      kind: PromptKind,
      activity: string,
      people: readonly string[],
    ): Promise<ReadonlySet<string>> {
      const ids = people.map((person) => promptId(kind, activity, person))
      const rows = await model.find({ _id: { $in: ids }, answer: 'yes' }, { person: 1 }).lean<Prompt[]>()
      return new Set(rows.map(({ person }) => person))
    },
    /** Nothing more is asked of a person about an activity: they have cancelled, or their hours are noted. */
    close: (activity: string, person: string) =>
      model.updateMany(
        {
          _id: { $in: promptKinds.map((kind) => promptId(kind, activity, person)) },
          answeredBy: { $exists: false },
        },
        { $set: { answeredBy: 'closed' } },
      ),
    /** Nothing more is asked of a person at all. */
    removeOf: (person: string) => model.deleteMany({ person }),
    /** Prompts some people may answer at a moment, and those this message answered already. */
    open: (people: readonly string[], now: Date, key: string): Promise<Prompt[]> =>
      model

        .find({
          person: { $in: [...people] },
          $or: [{ until: { $gt: now }, answeredBy: { $exists: false } }, { answeredBy: key }],
        })
        .sort({ until: 1 })
        .lean<Prompt[]>(),
    /** Hands what somebody was asked, about some activities, to another person. */
    async hand(activities: readonly string[], { from, to }: { from: string; to: string }): Promise<void> {
      const rows = await model.find({ person: from, activity: { $in: [...activities] } }).lean<Prompt[]>()
      for (const row of rows) {
        const _id = promptId(row.kind, row.activity, to)
        await insertedFirst(model.collection.insertOne({ ...row, _id, person: to } as never))
        await model.deleteOne({ _id: row._id })
      }
    },
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
