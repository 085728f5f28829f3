import mongoose from 'mongoose'

/** True when a server that speaks MongoDB's protocol answers at `uri`, undefined when not (yet). */
export async function answersPing(uri: string): Promise<true | undefined> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 500, maxPoolSize: 1 })
  try {
    await client.db('admin').command({ ping: 1 })
    return true
  } catch {
    return undefined
  } finally {
    await client.close()
  }
}
