import { type Connection, Schema } from 'mongoose'
import type { Seal } from '../seal.ts'

/** Days a dead letter is kept. */
export const deadLetterDays = 90

/** A message that could not be handled by itself, with why. The payload is sealed. */
export type DeadLetter = { _id: string; queue: string; reason: string; at: Date; sealed: string }

const schema = new Schema<DeadLetter>(
  { _id: String, queue: String, reason: String, at: Date, sealed: String },
  { collection: 'dead_letters', versionKey: false },
).index({ at: 1 }, { expireAfterSeconds: deadLetterDays * 24 * 3600 })

/** Dead letters: kept, listed, and run again by an operator. */
export function deadLetters(connection: Connection, seal: Seal) {
  const model = connection.model('DeadLetter', schema)
  return {
    model,
    add: (letter: { key: string; queue: string; reason: string; at: Date; payload: string }) => {
      const { key, payload, ...rest } = letter
      return model.replaceOne(
        { _id: `${rest.queue}:${key}` },
        { ...rest, sealed: seal.seal(payload) },
        { upsert: true },
      )
    },
    count: () => model.countDocuments(),
    /** Newest first, payloads opened. */
    list: async (limit: number) =>
      (await model.find().sort({ at: -1 }).limit(limit).lean<DeadLetter[]>()).map(({ sealed, ...rest }) => ({
        ...rest,
        payload: seal.open(sealed),
      })),
    remove: (id: string) => model.deleteOne({ _id: id }),
  }
}
