import { type Connection, Schema } from 'mongoose'
import { insertedFirst } from './connection.ts'

/** Which social worker leads a volunteer (`_id`), since when and by which message. A volunteer is led by one. */
export type Pairing = { _id: string; worker: string; since: Date; key: string }

const schema = new Schema<Pairing>(
  { _id: String, worker: String, since: Date, key: String },
  { collection: 'pairings', versionKey: false },
).index({ worker: 1 })

/** Volunteers and the social workers who lead them, by volunteer. */
export function pairings(connection: Connection) {
  const model = connection.model('Pairing', schema)
  return {
    model,
    find: (volunteer: string): Promise<Pairing | null> => model.findById(volunteer).lean<Pairing>(),
    /** Pairs, unless somebody leads the volunteer already; gives the pairing that stands. */
    async add(pairing: Pairing): Promise<Pairing> {
      if (await insertedFirst(model.collection.insertOne({ ...pairing } as never))) return pairing
      return (await model.findById(pairing._id).lean<Pairing>()) ?? this.add(pairing)
    },
    /** Volunteers a social worker leads, longest first. */
    ofWorker: (worker: string): Promise<Pairing[]> =>
      model.find({ worker }).sort({ since: 1, _id: 1 }).lean<Pairing[]>(),
  }
}
