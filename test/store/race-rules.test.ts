import mongoose from 'mongoose'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'

// What the store relies on, held against whichever MongoDB-protocol server is there. They do not all keep the
// same promises under a race: what is not asserted here (such as the answer to an upsert) must not be used.

type Row = mongoose.mongo.BSON.Document & { _id: string }

const CALLERS = 50
const callers = Array.from({ length: CALLERS }, (_, caller) => caller)
const DUPLICATE_KEY = 11000

const client = new mongoose.mongo.MongoClient(inject('mongodbUri'), { maxPoolSize: 20 })
const db = client.db(`race-${randomUUID().slice(0, 8)}`)
const rows = db.collection<Row>('rows')
const newId = () => randomUUID()

/** The MongoDB error code of a rejected call. */
function codeOf(result: PromiseSettledResult<unknown>): unknown {
  return result.status === 'rejected' && result.reason instanceof mongoose.mongo.MongoServerError
    ? result.reason.code
    : undefined
}

beforeAll(async () => {
  await client.connect()
  await db.createCollection('rows')
})

afterAll(async () => {
  await db.dropDatabase()
  await client.close()
})

describe('first come, first served on a key', () => {
  test('of many inserts of one _id exactly one wins, all others are told 11000', async () => {
    const _id = newId()
    const results = await Promise.allSettled(callers.map((caller) => rows.insertOne({ _id, caller })))
    const winners = callers.filter((caller) => results[caller]?.status === 'fulfilled')
    expect(winners).toHaveLength(1)
    expect(results.map(codeOf).filter((code) => code === DUPLICATE_KEY)).toHaveLength(CALLERS - 1)
    expect(await rows.findOne({ _id })).toEqual({ _id, caller: winners[0] })
  })

  test('unordered insertMany puts in what is new and names what was there', async () => {
    const [known, fresh, alsoFresh] = [newId(), newId(), newId()]
    await rows.insertOne({ _id: known, from: 'first' })
    const batch = [{ _id: fresh }, { _id: known, from: 'second' }, { _id: alsoFresh }]
    const error = await rows.insertMany(batch, { ordered: false }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(mongoose.mongo.MongoBulkWriteError)
    if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) return
    const writeErrors = [error.writeErrors].flat()
    expect(writeErrors.map(({ index, code }) => ({ index, code }))).toEqual([
      { index: 1, code: DUPLICATE_KEY },
    ])
    expect(error.insertedCount).toBe(2)
    expect(await rows.findOne({ _id: known })).toMatchObject({ from: 'first' })
  })
})

describe('conditions on a document that exists', () => {
  test('of many claims by updateOne exactly one changes the document', async () => {
    const _id = newId()
    await rows.insertOne({ _id, owner: null })
    const claims = callers.map((caller) => rows.updateOne({ _id, owner: null }, { $set: { owner: caller } }))
    const counts = (await Promise.all(claims)).map((result) => result.modifiedCount)
    expect(counts.filter((count) => count === 1)).toHaveLength(1)
    expect(await rows.findOne({ _id })).toMatchObject({ owner: counts.indexOf(1) })
  })

  test('10 places are given to exactly 10 of 50, each seeing its own count', async () => {
    const _id = newId()
    await rows.insertOne({ _id, taken: 0, places: 10 })
    const signups = callers.map(() =>
      rows.findOneAndUpdate(
        { _id, $expr: { $lt: ['$taken', '$places'] } },
        { $inc: { taken: 1 } },
        { returnDocument: 'after' },
      ),
    )
    const seen = (await Promise.all(signups)).flatMap((row) => (row === null ? [] : [Number(row['taken'])]))
    expect(seen.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(await rows.findOne({ _id })).toMatchObject({ taken: 10 })
  })

  test('a counter that exists gives every caller a number of its own', async () => {
    const _id = newId()
    await rows.insertOne({ _id, next: 0 })
    const bump = () => rows.findOneAndUpdate({ _id }, { $inc: { next: 1 } }, { returnDocument: 'after' })
    const numbers = await Promise.all(callers.map(async () => (await bump())?.['next']))
    expect(new Set(numbers)).toEqual(new Set(callers.map((caller) => caller + 1)))
  })

  test('work taken with a sort is taken once each', async () => {
    const batch = newId()
    await rows.insertMany(callers.map((order) => ({ _id: newId(), batch, order, state: 'waiting' })))
    const take = () =>
      rows.findOneAndUpdate({ batch, state: 'waiting' }, { $set: { state: 'taken' } }, { sort: { order: 1 } })
    const taken = await Promise.all(callers.map(async () => (await take())?._id))
    expect(taken).not.toContain(undefined)
    expect(new Set(taken).size).toBe(CALLERS)
    expect(await rows.countDocuments({ batch, state: 'taken' })).toBe(CALLERS)
  })
})

describe('upserts', () => {
  test('many at once leave one document that counts them all; their answers are not to be trusted', async () => {
    const _id = newId()
    const results = await Promise.allSettled(
      callers.map(() => rows.updateOne({ _id }, { $inc: { count: 1 } }, { upsert: true })),
    )
    const done = results.filter((result) => result.status === 'fulfilled').length
    expect(await rows.find({ _id }).toArray()).toEqual([{ _id, count: done }])
    expect(results.map(codeOf).filter((code) => code !== undefined && code !== DUPLICATE_KEY)).toEqual([])
  })
})
