import { type Connection, Schema } from 'mongoose'
import type { Seal } from '../seal.ts'
import type { Counters } from './counters.ts'
import type { Decided } from './unknown-rows.ts'

/** Days a dead letter is kept. */
export const deadLetterDays = 90

/**
 * A message or job that could not be handled by itself, with why. `code` (`D3`) is what admins call it. One that was
 * decided about waits to be run again, or is done with: then its payload is gone.
 */
export type DeadLetter = {
  _id: string
  code: string
  queue: string
  reason: string
  at: Date
  decision?: { did: 'redo' | 'dropped'; key: string; by: string; at: Date }
  doneAt?: Date
}
type Row = DeadLetter & { sealed: string }

const schema = new Schema<Row>(
  {
    _id: String,
    code: String,
    queue: String,
    reason: String,
    at: Date,
    decision: { type: { did: String, key: String, by: String, at: Date }, _id: false, default: undefined },
    doneAt: Date,
    sealed: String,
  },
  { collection: 'dead_letters', versionKey: false },
)
  .index({ at: 1 }, { expireAfterSeconds: deadLetterDays * 24 * 3600 })
  .index({ code: 1 })

const open = { decision: null }

/** Dead letters: kept, listed, and run again by an admin. */
export function deadLetters(connection: Connection, { seal, counters }: { seal: Seal; counters: Counters }) {
  const model = connection.model('DeadLetter', schema)
  const opened = ({ sealed, ...rest }: Row): DeadLetter & { payload: string } => ({
    ...rest,
    payload: seal.open(sealed),
  })
  const decide = async (code: string, decision: NonNullable<DeadLetter['decision']>, more: object = {}) => {
    const letter = await model.findOne({ code }, { sealed: 0 }).lean<DeadLetter>()
    if (letter?.decision?.key === decision.key) return letter.decision.did === decision.did
    const { matchedCount } = await model.updateOne({ code, ...open }, { $set: { decision, ...more } })
    return matchedCount === 1
  }
  return {
    model,
    /** Keeps a letter. One that fails again after it was run again is the same letter, open once more. */
    async add(letter: { key: string; queue: string; reason: string; at: Date; payload: string }) {
      const { key, payload, ...rest } = letter
      const _id = `${rest.queue}:${key}`
      const before = await model.findById(_id, { code: 1 }).lean<{ code: string }>()
      const code = before?.code ?? (await counters.next('deadLetter'))
      await model.replaceOne({ _id }, { ...rest, code, sealed: seal.seal(payload) }, { upsert: true })
    },
    count: () => model.countDocuments(open),
    /** Newest first, payloads opened. */
    list: async (limit: number) =>
      (await model.find(open).sort({ at: -1 }).limit(limit).lean<Row[]>()).map(opened),
    codes: async (limit: number): Promise<string[]> =>
      (await model.find(open, { code: 1 }).sort({ at: 1 }).limit(limit).lean<{ code: string }[]>()).map(
        ({ code }) => code,
      ),
    /** Asks for one more run. False when it is not open, true again for the same message. */
    redo: (code: string, decided: Decided): Promise<boolean> => decide(code, { did: 'redo', ...decided }),
    /** It stays undone; what was said is forgotten. False when it is not open, true again for the same message. */
    drop: (code: string, decided: Decided): Promise<boolean> =>
      decide(code, { did: 'dropped', ...decided }, { doneAt: decided.at, sealed: seal.seal('') }),
    /** Those to be run again, oldest first, payloads opened. */
    toRedo: async (limit: number) =>
      (
        await model.find({ 'decision.did': 'redo', doneAt: null }).sort({ at: 1 }).limit(limit).lean<Row[]>()
      ).map(opened),
    /** It was handed over. Does nothing when it has failed once more meanwhile. */
    handedOver: ({ _id, decision }: DeadLetter, at: Date) =>
      model.updateOne(
        { _id, 'decision.key': decision?.key ?? '' },
        { $set: { doneAt: at, sealed: seal.seal('') } },
      ),
    /** It cannot be run again: open once more, with why. */
    refuse: ({ _id, decision }: DeadLetter, reason: string) =>
      model.updateOne(
        { _id, 'decision.key': decision?.key ?? '' },
        { $set: { reason }, $unset: { decision: 1 } },
      ),
  }
}
