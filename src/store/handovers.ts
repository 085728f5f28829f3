import { type Connection, Schema } from 'mongoose'
import type { Grant } from '../domain/roles.ts'
import { insertedFirst } from './connection.ts'

/** What one social worker leads: what goes to another at a handover. */
export type Led = {
  grants: Grant[]
  activities: string[]
  volunteers: string[]
  reports: string[]
}

/**
 * All that somebody led goes to somebody else; what that is was listed before anything moved, so that a rerun moves the
 * same. `_id` is the message that did it. With `until` it comes back by itself at that moment, noted in `back`.
 */
export type Handover = Led & {
  _id: string
  from: string
  to: string
  by: string
  at: Date
  until?: Date
  back?: Date
}

const schema = new Schema<Handover>(
  {
    _id: String,
    from: String,
    to: String,
    by: String,
    at: Date,
    until: Date,
    back: Date,
    grants: [new Schema({ role: String, scope: { kind: { type: String }, name: String } }, { _id: false })],
    activities: [String],
    volunteers: [String],
    reports: [String],
  },
  { collection: 'handovers', versionKey: false },
)

/** Handovers, by the message that made them. */
export function handovers(connection: Connection) {
  const model = connection.model('Handover', schema)
  return {
    model,
    find: (id: string): Promise<Handover | null> => model.findById(id).lean<Handover>(),
    add: (handover: Handover): Promise<boolean> =>
      insertedFirst(model.collection.insertOne({ ...handover } as never)),
    setBack: (id: string, at: Date) => model.updateOne({ _id: id }, { $set: { back: at } }),
  }
}
