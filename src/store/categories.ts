import { type Connection, Schema } from 'mongoose'

/** A service category, such as 老人服务; an open list. */
export type Category = { _id: string; demo?: boolean }

const schema = new Schema<Category>(
  { _id: String, demo: Boolean },
  { collection: 'categories', versionKey: false },
)

/** Service categories, by name. */
export function categories(connection: Connection, namesChanged: () => void) {
  const model = connection.model('Category', schema)
  return {
    model,
    all: (): Promise<Category[]> => model.find().sort({ _id: 1 }).lean<Category[]>(),
    /** Makes those that are missing; nobody looks at who was first. */
    async addAll(names: readonly string[]): Promise<void> {
      await model.bulkWrite(
        names.map((name) => ({
          updateOne: { filter: { _id: name }, update: { $setOnInsert: { _id: name } }, upsert: true },
        })),
        { ordered: false },
      )
      namesChanged()
    },
  }
}
