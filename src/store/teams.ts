import { type Connection, Schema } from 'mongoose'
import { insertedFirst } from './connection.ts'

/** A service team, a group team or a station; known by its name, which is unique. */
export type Team = {
  _id: string
  kind: 'station' | 'service' | 'group'
  /** The station a team belongs to. */
  station?: string
  key: string
  createdAt: Date
  demo?: boolean
}

const schema = new Schema<Team>(
  { _id: String, kind: String, station: String, key: String, createdAt: Date, demo: Boolean },
  { collection: 'teams', versionKey: false },
)

/** Teams and stations. */
export function teams(connection: Connection, namesChanged: () => void) {
  const model = connection.model('Team', schema)
  return {
    model,
    find: (name: string): Promise<Team | null> => model.findById(name).lean<Team>(),
    all: (): Promise<Team[]> => model.find().sort({ _id: 1 }).lean<Team[]>(),
    /** False when the name is taken; the rerun of the message that made it sees `key`. */
    async add(team: Team): Promise<boolean> {
      const first = await insertedFirst(model.create(team))
      if (first) namesChanged()
      return first
    },
  }
}
