import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Redis } from 'ioredis'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { copyIn, copyOut, type Databases } from '../../scripts/backup/copy.ts'
import { start } from '../../src/main.ts'
import { createSeal } from '../../src/seal.ts'
import { connectStore } from '../../src/store/connection.ts'
import { startApp, type App } from '../support/app.ts'
import { standardClient } from '../support/standard-client.ts'

// What `npm run backup` copies, `npm run restore` puts back; the service then goes on where it was.

const folder = mkdtempSync(join(tmpdir(), 'liandong-backup-'))
let app: App
let redis: Redis
let from: Databases
const opened: Databases[] = []

beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
  redis = new Redis(inject('redisUrl'))
  from = { connection: app.connection, redis, prefix: app.env.REDIS_PREFIX, keyId: keyIdOf(app.env.DATA_KEY) }
})
afterAll(async () => {
  for (const { connection } of opened) {
    await connection.db?.dropDatabase()
    await connection.close()
  }
  redis.disconnect()
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
})

const keyIdOf = (dataKey: string) => createSeal(Buffer.from(dataKey, 'base64')).keyId

/** Databases nobody has used, of the same service. */
async function emptyOnes(): Promise<Databases> {
  const name = `${app.env.MONGODB_DATABASE}_${opened.length}`
  const connection = await connectStore({ uri: inject('mongodbUri'), database: name, poolSize: 5 })
  const one = { ...from, connection, prefix: `${from.prefix}-${opened.length}` }
  opened.push(one)
  return one
}

/** A service over databases, with the same gateway and clock. */
const serve = ({ connection, prefix }: Databases, roles = 'web,workers,bots') =>
  start({
    env: { ...app.env, MONGODB_DATABASE: connection.name, REDIS_PREFIX: prefix, ROLES: roles },
    log: pino({ level: 'silent' }),
    now: app.clock.now,
  })

const say = (url: string, id: string, text: string) =>
  standardClient({ url: `${url}/webhooks/standard`, secret: app.secret, now: app.clock.now }).send({
    sender: { id: 'zhang', name: '张三' },
    text,
    mentionsBot: false,
    id,
  })
const answersTo = (id: string) => app.receiver.messages.filter(({ data }) => data.in_reply_to === id)

/** What a command says about a folder, with the settings of some databases. */
async function command(name: 'backup' | 'restore', about: string, { connection, prefix }: Databases) {
  const env = { ...process.env, ...app.env, MONGODB_DATABASE: connection.name, REDIS_PREFIX: prefix }
  const script = fileURLToPath(new URL(`../../scripts/${name}.ts`, import.meta.url))
  const child = execFile(process.execPath, ['--import', 'tsx', script, about], { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: string) => (said += text))
  await once(child, 'close')
  return said
}

describe('a copy', () => {
  const copy = join(folder, 'copy')

  test('holds what was done and what still waits, and a service over it goes on', async () => {
    const admin = await app.admin()
    await admin.say('队 新建 南园队')
    const worker = await app.withRole('socialWorker', '王姑娘')
    const zhang = await app.registered('zhang', '张三')
    await worker.say('发布 探访老人 | 老人服务 | 今天 11:00-13:00 | 福利院 | 5')
    await worker.say('是')
    await zhang.says('报名 A1', { id: 'handled' })
    app.clock.set('2026-11-24T14:00:00+08:00')
    await zhang.say('记时 A1 2小时')
    await worker.say('核实 A1 全部')
    const figures = await worker.say('统计 今年')
    expect(figures).toContain('（120 分钟）')
    // Only the web role runs: what is said is acknowledged and waits in Redis.
    await app.service.stop()
    const web = await serve(from, 'web')
    expect((await say(web.url, 'waits', '时长')).status).toBe(202)
    await web.stop()

    await copyOut(from, copy)
    const there = await emptyOnes()
    await copyIn(there, copy)
    const service = await serve(there)
    const answer = await app.receiver.waitFor(({ data }) => data.in_reply_to === 'waits')
    expect(answer.data.text).toContain('已核实：2小时')
    const before = answersTo('handled').length
    expect((await say(service.url, 'handled', '报名 A1')).status).toBe(202)
    await say(service.url, 'after', '时长')
    await app.receiver.waitFor(({ data }) => data.in_reply_to === 'after')
    expect(answersTo('handled')).toHaveLength(before)
    const asked = standardClient({
      url: `${service.url}/webhooks/standard`,
      secret: app.secret,
      now: app.clock.now,
    })
    await asked.send({
      sender: { id: worker.user, name: '' },
      text: '统计 今年',
      mentionsBot: false,
      id: 'figures',
    })
    const again = await app.receiver.waitFor(({ data }) => data.in_reply_to === 'figures')
    expect(again.data.text).toBe(figures)
    await service.stop()
  })

  test('goes into empty databases only', async () => {
    await expect(copyIn(from, copy)).rejects.toThrow('the database is not empty')
  })

  test('is of no use with another key, and says so before anything is written', async () => {
    const there = await emptyOnes()
    await expect(copyIn({ ...there, keyId: '00000000' }, copy)).rejects.toThrow('another DATA_KEY')
    expect(await there.connection.db?.listCollections().toArray()).toEqual([])
  })

  test('that was cut off or changed is refused, and nothing is written', async () => {
    const there = await emptyOnes()
    const broken = join(folder, 'broken')
    await copyOut(from, broken)
    appendFileSync(join(broken, 'mongodb-people.jsonl.gz'), 'x')
    await expect(copyIn(there, broken)).rejects.toThrow('mongodb-people.jsonl.gz is missing or was changed')
    await expect(copyIn(there, join(folder, 'nowhere'))).rejects.toThrow('no whole copy')
    expect(await there.connection.db?.listCollections().toArray()).toEqual([])
  })

  test('is made and put back by the commands of the documents', async () => {
    const there = await emptyOnes()
    const written = join(folder, 'by-command')
    expect(await command('backup', written, from)).toMatch(/documents and keys are in .*by-command/)
    expect(await command('restore', written, there)).toContain(
      `are in ${there.connection.name}; start the service`,
    )
    expect(await command('restore', written, there)).toContain('the database is not empty')
    const people = (one: Databases) => one.connection.collection('people').countDocuments()
    expect(await people(there)).toBe(await people(from))
  })

  test('is never written over another', async () => {
    await expect(copyOut(from, copy)).rejects.toThrow('is there already')
  })
})
