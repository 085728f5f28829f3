import mongoose from 'mongoose'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'

// Features of MongoDB that the store uses, held against whichever server is there. Add one here before using it.

type Row = mongoose.mongo.BSON.Document & { _id: string }

const client = new mongoose.mongo.MongoClient(inject('mongodbUri'))
const db = client.db(`features-${randomUUID().slice(0, 8)}`)
const fresh = () => db.collection<Row>(randomUUID())

beforeAll(async () => {
  await client.connect()
})

afterAll(async () => {
  await db.dropDatabase()
  await client.close()
})

describe('aggregation', () => {
  test('$lookup joins and $unionWith appends another collection', async () => {
    const [teams, people] = [fresh(), fresh()]
    await teams.insertMany([{ _id: 'south', name: '南园队' }])
    await people.insertMany([
      { _id: 'zhang', team: 'south' },
      { _id: 'li', team: null },
    ])
    const join = { from: teams.collectionName, localField: 'team', foreignField: '_id', as: 'teams' }
    const joined = await people.aggregate([{ $lookup: join }, { $sort: { _id: 1 } }]).toArray()
    expect(joined).toMatchObject([
      { _id: 'li', teams: [] },
      { _id: 'zhang', teams: [{ name: '南园队' }] },
    ])
    const union = await people.aggregate([{ $unionWith: { coll: teams.collectionName } }]).toArray()
    expect(union.map((row): unknown => row['_id']).toSorted()).toEqual(['li', 'south', 'zhang'])
  })

  test('$group sums by the local month that $dateToString gives with a time zone', async () => {
    const shifts = fresh()
    await shifts.insertMany([
      { _id: 'still May in UTC', at: new Date('2026-05-31T16:30:00Z'), minutes: 90 },
      { _id: 'June', at: new Date('2026-06-10T02:00:00Z'), minutes: 30 },
      { _id: 'May', at: new Date('2026-05-10T02:00:00Z'), minutes: 60 },
    ])
    const month = { $dateToString: { date: '$at', format: '%Y-%m', timezone: 'Asia/Shanghai' } }
    const sums = [{ $group: { _id: month, minutes: { $sum: '$minutes' } } }, { $sort: { _id: 1 } }]
    expect(await shifts.aggregate(sums).toArray()).toEqual([
      { _id: '2026-05', minutes: 60 },
      { _id: '2026-06', minutes: 120 },
    ])
  })

  test('$facet answers several questions in one round trip', async () => {
    const rows = fresh()
    await rows.insertMany([1, 2, 3].map((n) => ({ _id: String(n), n })))
    const questions = { page: [{ $sort: { n: -1 } }, { $limit: 1 }], total: [{ $count: 'rows' }] }
    const [answer] = await rows.aggregate([{ $facet: questions }]).toArray()
    expect(answer).toMatchObject({ page: [{ n: 3 }], total: [{ rows: 3 }] })
  })
})

describe('updates', () => {
  test('the positional operator and arrayFilters change one element of a list', async () => {
    const rows = fresh()
    await rows.insertOne({
      _id: 'a',
      shifts: [
        { code: 'A1', taken: 0 },
        { code: 'A2', taken: 0 },
      ],
    })
    await rows.updateOne({ _id: 'a', 'shifts.code': 'A2' }, { $inc: { 'shifts.$.taken': 1 } })
    const arrayFilters = [{ 'shift.code': 'A1' }]
    await rows.updateOne({ _id: 'a' }, { $inc: { 'shifts.$[shift].taken': 5 } }, { arrayFilters })
    expect(await rows.findOne({ _id: 'a' })).toMatchObject({
      shifts: [
        { code: 'A1', taken: 5 },
        { code: 'A2', taken: 1 },
      ],
    })
  })

  test('a pipeline update computes from the fields that are there', async () => {
    const rows = fresh()
    await rows.insertOne({ _id: 'a', taken: 9, places: 10 })
    const plan = [
      { $set: { taken: { $add: ['$taken', 1] } } },
      { $set: { full: { $gte: ['$taken', '$places'] } } },
    ]
    await rows.updateOne({ _id: 'a' }, plan)
    expect(await rows.findOne({ _id: 'a' })).toMatchObject({ taken: 10, full: true })
  })

  test('bulkWrite mixes inserts and updates and stores text that looks like an operator as text', async () => {
    const rows = fresh()
    await rows.bulkWrite([
      { insertOne: { document: { _id: 'a', name: '{"$gt":""}' } } },
      { updateOne: { filter: { _id: 'a' }, update: { $set: { note: '$where 👩‍🌾 \u202E' } } } },
    ])
    expect(await rows.findOne({ _id: 'a' })).toEqual({
      _id: 'a',
      name: '{"$gt":""}',
      note: '$where 👩‍🌾 \u202E',
    })
  })
})

describe('indexes', () => {
  test('a unique index refuses the second document, and a partial one only where it applies', async () => {
    const rows = fresh()
    await rows.createIndex({ phone: 1 }, { unique: true, partialFilterExpression: { active: true } })
    await rows.insertMany([
      { _id: 'a', phone: '1', active: true },
      { _id: 'b', phone: '1', active: false },
      { _id: 'c', phone: '1', active: false },
    ])
    await expect(rows.insertOne({ _id: 'd', phone: '1', active: true })).rejects.toMatchObject({
      code: 11000,
    })
    expect(await rows.countDocuments({})).toBe(3)
  })

  test('compound, sparse and TTL indexes are kept as they were asked for', async () => {
    const rows = fresh()
    await rows.createIndexes([
      { key: { team: 1, at: -1 }, name: 'compound' },
      { key: { code: 1 }, name: 'sparse', sparse: true },
      { key: { expiresAt: 1 }, name: 'ttl', expireAfterSeconds: 0 },
    ])
    const kept = new Map((await rows.indexes()).map((index) => [index.name, index]))
    expect(kept.get('compound')?.key).toEqual({ team: 1, at: -1 })
    expect(kept.get('sparse')?.sparse).toBe(true)
    expect(kept.get('ttl')?.expireAfterSeconds).toBe(0)
  })
})
