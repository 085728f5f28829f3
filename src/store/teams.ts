import { type Connection, Schema } from 'mongoose'
import { insertedFirst } from './connection.ts'

/** Who closed something, when and by which message; what was done with it stays. */
export type Closed = { by: string; at: Date; key: string }

/** A service team, a group team or a station; known by its name, which is unique. */
export type Team = {
  _id: string
  kind: 'station' | 'service' | 'group'
  /** The station a team belongs to. */
  station?: string
  /** No longer offered, called or bound; its hours keep its name. */
  closed?: Closed
  /** The message that made it, or gave it this name. */
  key: string
  createdAt: Date
  demo?: boolean
}

const schema = new Schema<Team>(
  {
    _id: String,
    kind: String,
    station: String,
    closed: { _id: false, type: { by: String, at: Date, key: String } },
    key: String,
    createdAt: Date,
    demo: Boolean,
  },
  { collection: 'teams', versionKey: false },
)

const open = { closed: { $exists: false } }

/** Teams and stations. */
export function teams(connection: Connection, namesChanged: () => void) {
  const model = connection.model<Team>('Team', schema)
  return {
    model,
    /** A team or station that is not closed. */
    find: (name: string): Promise<Team | null> => model.findOne({ _id: name, ...open }).lean<Team>(),
    /** The same, closed or not. */
    known: (name: string): Promise<Team | null> => model.findById(name).lean<Team>(),
    all: (): Promise<Team[]> => model.find(open).sort({ _id: 1 }).lean<Team[]>(),
    /** Names of all teams there are or were below some stations. */
    below: (stations: readonly string[]): Promise<string[]> =>
      model.distinct('_id', { station: { $in: [...stations] } }),
    /** False when the name is taken; the rerun of the message that made it sees `key`. */
    async add(team: Team): Promise<boolean> {
      const first = await insertedFirst(model.create(team))
      if (first) namesChanged()
      return first
    },
    async close(name: string, closed: Closed): Promise<void> {
      await model.updateOne({ _id: name, ...open }, { $set: { closed } })
      namesChanged()
    },
    async reopen(name: string): Promise<void> {
      await model.updateOne({ _id: name }, { $unset: { closed: 1 } })
      namesChanged()
    },
  }
}
