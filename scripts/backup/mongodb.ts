import mongoose, { type Connection } from 'mongoose'
import { inLists } from './lines.ts'

const { EJSON } = mongoose.mongo.BSON

/** Counted from the rest, and counted anew after a restore. */
const derived: ReadonlySet<string> = new Set(['tallies', 'registrations'])
const atOnce = 500

/**
 * The collections in the order they are copied while the service may be running. The inbox first: a message whose row is
 * in the copy has all its effects in what is copied later, since the row is written last. The outbox at the end: what was
 * sent meanwhile is not sent again.
 */
export async function collectionsOf(connection: Connection): Promise<string[]> {
  const names = (await databaseOf(connection).listCollections({}, { nameOnly: true }).toArray())
    .map(({ name }) => name)
    .filter((name) => !derived.has(name) && !name.startsWith('system.'))
  const place = (name: string) => (name === 'inbox' ? 0 : name === 'outbox' ? 2 : 1)
  return names.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}

/** The documents of a collection, one a line, with the types of BSON. */
export async function* documentLines(connection: Connection, collection: string): AsyncGenerator<string> {
  for await (const document of databaseOf(connection).collection(collection).find().batchSize(atOnce))
    yield EJSON.stringify(document, { relaxed: false })
}

/** Puts documents back. */
export async function restoreDocuments(
  connection: Connection,
  collection: string,
  lines: AsyncIterable<string>,
): Promise<void> {
  for await (const list of inLists(lines, atOnce))
    await databaseOf(connection)
      .collection(collection)
      .insertMany(list.map((line) => EJSON.parse(line, { relaxed: false }) as mongoose.mongo.Document))
}

/** Has everything that is counted from the rest counted anew when the service starts. */
export async function recountLater(connection: Connection): Promise<void> {
  await databaseOf(connection).collection<{ _id: string }>('marks').deleteOne({ _id: 'counts-kept' })
}

/** Whether a database holds nothing at all. */
export async function isDatabaseEmpty(connection: Connection): Promise<boolean> {
  for (const { name } of await databaseOf(connection).listCollections({}, { nameOnly: true }).toArray())
    if (
      await databaseOf(connection)
        .collection(name)
        .findOne({}, { projection: { _id: 1 } })
    )
      return false
  return true
}

function databaseOf({ db }: Connection) {
  if (!db) throw new Error('the connection is not open')
  return db
}
