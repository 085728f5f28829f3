import { type Connection, Schema } from 'mongoose'
import type { Closed } from './teams.ts'

/** A service category, such as 老人服务; an open list. */
export type Category = {
  _id: string
  /** No longer offered; activities and hours keep its name. */
  closed?: Closed
  /** The message that made it, or gave it this name. */
  key?: string
  demo?: boolean
}

const schema = new Schema<Category>(
  {
    _id: String,
    closed: { _id: false, type: { by: String, at: Date, key: String } },
    key: String,
    demo: Boolean,
  },
  { collection: 'categories', versionKey: false },
)

const open = { closed: { $exists: false } }

/** Service categories, by name. */
export function categories(connection: Connection, namesChanged: () => void) {
  const model = connection.model<Category>('Category', schema)
  return {
    model,
    all: (): Promise<Category[]> => model.find(open).sort({ _id: 1 }).lean<Category[]>(),
    /** A category, closed or not. */
    known: (name: string): Promise<Category | null> => model.findById(name).lean<Category>(),
    /** Makes those that are missing; nobody looks at who was first. */
    async addAll(names: readonly string[], key?: string): Promise<void> {
      await model.bulkWrite(
        names.map((name) => ({
          updateOne: {
            filter: { _id: name },
            update: { $setOnInsert: { _id: name, ...(key && { key }) } },
            upsert: true,
          },
        })),
        { ordered: false },
      )
      namesChanged()
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
