import { type Connection, Schema } from 'mongoose'
import type { Seal } from '../seal.ts'

/**
 * The one open question of a chat identity. `said` (the whole reply that asked), `told` and `args` are sealed: they
 * hold what people told us. `answeredBy` is the message that answered; parameters stay until its inbox row exists.
 */
export type Question = {
  _id: string
  command: string
  field: string
  args: Record<string, unknown>
  said: unknown
  /** The messages to others that went with it. */
  told: unknown
  /** The room it was asked in; an answer counts only there. */
  room: string | null
  askedBy: string
  askedAt: Date
  expiresAt: Date
  answeredBy?: string
}

type Row = Omit<Question, 'args' | 'said' | 'told'> & { sealed: string }

const schema = new Schema<Row>(
  {
    _id: String,
    command: String,
    field: String,
    sealed: String,
    room: String,
    askedBy: String,
    askedAt: Date,
    expiresAt: Date,
    answeredBy: String,
  },
  { collection: 'questions', versionKey: false },
).index({ expiresAt: 1 }, { expireAfterSeconds: 24 * 3600 })

/** How long an answer is waited for, in milliseconds. */
export const questionLifeMs = 10 * 60_000

/** Open questions, one per identity; they survive a restart. */
export function questions(connection: Connection, seal: Seal) {
  const model = connection.model('Question', schema)
  return {
    model,
    read: ({ sealed, ...row }: Row): Question => {
      const kept = JSON.parse(seal.open(sealed)) as Pick<Question, 'args' | 'said' | 'told'>
      return { ...row, ...kept }
    },
    /** Asks, instead of whatever was asked before. */
    ask: ({ args, said, told, ...row }: Question) => {
      const { _id, ...rest } = row
      return model.replaceOne(
        { _id },
        { ...rest, sealed: seal.seal(JSON.stringify({ args, said, told })) },
        { upsert: true },
      )
    },
    /** Takes the answer for one message: false when another message answered, or another question stands there now. */
    async answer(question: Pick<Question, '_id' | 'askedBy'>, by: string): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        {
          _id: question._id,
          askedBy: question.askedBy,
          $or: [{ answeredBy: { $exists: false } }, { answeredBy: by }],
        },
        { $set: { answeredBy: by } },
      )
      return matchedCount === 1
    },
  }
}

export type QuestionRow = Row
