import { type Connection, Schema } from 'mongoose'
import type { Seal } from '../seal.ts'

/** Somebody or somewhere a broadcast goes: frozen when 是 was said. */
export type Target = {
  platform: string
  account: string
  kind: 'person' | 'room'
  id: string
  person?: string
}

/**
 * A call or an announcement to many, `B7`. `cursor` counts the targets whose outbox rows exist: the plan resumes there.
 * `text` is sealed.
 */
export type Broadcast = {
  _id: string
  kind: 'call' | 'broadcast'
  activity?: string
  audience: string
  text: string
  targets: Target[]
  /** People who were left out, by reason. */
  leftOut: { reason: string; count: number }[]
  cursor: number
  state: 'planning' | 'planned' | 'withdrawn'
  by: string
  at: Date
  key: string
}

const target = new Schema(
  { platform: String, account: String, kind: { type: String }, id: String, person: String },
  { _id: false },
)
const schema = new Schema<Broadcast>(
  {
    _id: String,
    kind: String,
    activity: String,
    audience: String,
    text: String,
    targets: [target],
    leftOut: [{ _id: false, reason: String, count: Number }],
    cursor: Number,
    state: String,
    by: String,
    at: Date,
    key: String,
  },
  { collection: 'broadcasts', versionKey: false },
)
  .index({ key: 1 })
  .index({ state: 1 })

/** Broadcasts and calls. */
export function broadcasts(connection: Connection, seal: Seal) {
  const model = connection.model('Broadcast', schema)
  const open = (row: Broadcast | null): Broadcast | undefined =>
    row ? { ...row, text: seal.open(row.text) } : undefined
  return {
    model,
    find: async (code: string) => open(await model.findById(code).lean<Broadcast>()),
    madeBy: async (key: string) => open(await model.findOne({ key }).lean<Broadcast>()),
    add: (broadcast: Broadcast) => model.create({ ...broadcast, text: seal.seal(broadcast.text) }),
    /** Moves the plan on; only forwards. */
    advance: (code: string, cursor: number, done: boolean) =>
      model.updateOne(
        { _id: code, cursor: { $lt: cursor } },
        { $set: { cursor, ...(done && { state: 'planned' }) } },
      ),
    unplanned: (): Promise<Pick<Broadcast, '_id'>[]> => model.find({ state: 'planning' }, { _id: 1 }).lean(),
  }
}
