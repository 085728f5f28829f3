import { Redis } from 'ioredis'
import mongoose from 'mongoose'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isAlive } from '../../scripts/services/identity.ts'
import { readRun } from '../../scripts/services/records.ts'

// These tests start servers of their own, which is not asked of a machine where others are told to be used.
const own = !process.env['MONGODB_URI'] && !process.env['REDIS_URL']
const script = fileURLToPath(new URL('../support/start-services.ts', import.meta.url))
const answer = z.object({ mongodbUri: z.string(), redisUrl: z.string() })

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'liandong-recovery-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** Runs the command until its services are up. */
async function up() {
  const command = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(command, 'exit')
  const [line]: unknown[] = await once(command.stdout, 'data')
  const run = readRun(dataDir)
  if (run === undefined) throw new Error('the command left no record of its servers')
  return { ...answer.parse(JSON.parse(String(line))), command, ended, servers: run.servers }
}

async function write(services: z.infer<typeof answer>, value: string) {
  const client = new mongoose.mongo.MongoClient(services.mongodbUri)
  await client
    .db('recovery')
    .collection('rows')
    .insertOne({ value }, { writeConcern: { w: 1, journal: true } })
  await client.close()
}

async function read(services: z.infer<typeof answer>) {
  const client = new mongoose.mongo.MongoClient(services.mongodbUri)
  const rows = await client.db('recovery').collection('rows').find().toArray()
  await client.close()
  const redis = new Redis(services.redisUrl)
  const pong = await redis.ping()
  redis.disconnect()
  return { values: rows.map((row): unknown => row['value']), pong }
}

describe.runIf(own)('local services', () => {
  test('Ctrl-C stops every server, and the next start has the data', async () => {
    const first = await up()
    await write(first, 'kept')
    first.command.kill('SIGINT')
    await first.ended
    expect(first.servers.filter(isAlive)).toEqual([])
    const second = await up()
    expect(await read(second)).toEqual({ values: ['kept'], pong: 'PONG' })
    second.command.kill('SIGINT')
    await second.ended
  })

  test('after the command is killed, the next start stops what it left and has the data', async () => {
    const first = await up()
    await write(first, 'kept')
    first.command.kill('SIGKILL')
    await first.ended
    expect(first.servers.filter(isAlive)).toEqual(first.servers)
    const second = await up()
    expect(first.servers.filter(isAlive)).toEqual([])
    expect(await read(second)).toEqual({ values: ['kept'], pong: 'PONG' })
    second.command.kill('SIGINT')
    await second.ended
  })

  test('after the command and all its servers are killed, the next start has the data', async () => {
    const first = await up()
    await write(first, 'kept')
    for (const { pid } of first.servers) process.kill(pid, 'SIGKILL')
    first.command.kill('SIGKILL')
    await first.ended
    const second = await up()
    expect(await read(second)).toEqual({ values: ['kept'], pong: 'PONG' })
    second.command.kill('SIGINT')
    await second.ended
  })

  test('a second command on the same data shares the servers and leaves them running', async () => {
    const first = await up()
    const second = await up()
    expect(second.mongodbUri).toBe(first.mongodbUri)
    second.command.kill('SIGINT')
    await second.ended
    expect(first.servers.filter(isAlive)).toEqual(first.servers)
    first.command.kill('SIGINT')
    await first.ended
  })
})
