import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startServer } from '../../../scripts/services/context.ts'
import { isAlive } from '../../../scripts/services/identity.ts'
import { clearAbandoned, stopRun } from '../../../scripts/services/leftovers.ts'
import { listRuns, readRun, writeRun } from '../../../scripts/services/records.ts'
import { stopServer } from '../../../scripts/services/server.ts'
import { fakeContext, fakeMachine } from './fake-context.ts'

const node = (script: string) => ({ name: 'server', command: process.execPath, args: ['-e', script] })
const runsForever = { ...node('console.log("up"); setInterval(() => {}, 1000)'), signal: 'SIGTERM' as const }
const printedUp = async (logFile: string) => (readFileSync(logFile, 'utf8').includes('up') ? true : undefined)
const deadOwner = { pid: process.pid, started: 'long ago' }

async function started() {
  const context = fakeContext(fakeMachine([]))
  await startServer(context, runsForever, printedUp)
  const [server] = context.run.servers
  if (server === undefined) throw new Error('no server was noted')
  return { context, server }
}

test('a server is noted on disk with its start time, and stopped with its run', async () => {
  const { context, server } = await started()
  expect(isAlive(server)).toBe(true)
  expect(readRun(context.dataDir)?.servers).toEqual([server])
  await stopRun(context.cache, context.run)
  expect(isAlive(server)).toBe(false)
  expect(readRun(context.dataDir)).toBeUndefined()
})

test('one that ignores the polite signal is killed', async () => {
  const context = fakeContext(fakeMachine([]))
  const stubborn = node('process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)')
  await startServer(context, { ...stubborn, signal: 'SIGTERM' }, printedUp)
  const [server] = context.run.servers
  if (server === undefined) throw new Error('no server was noted')
  await stopServer(server, 0.1)
  expect(isAlive(server)).toBe(false)
})

test('one that ends at once gives an error with its last words and is not noted', async () => {
  const context = fakeContext(fakeMachine([]))
  const ends = { ...node('console.error("port is taken"); process.exit(1)'), signal: 'SIGTERM' as const }
  await expect(startServer(context, ends, async () => undefined)).rejects.toThrow(
    /ended at once.*port is taken/s,
  )
  expect(readRun(context.dataDir)?.servers).toEqual([])
})

test('another process that got the same number is left alone', async () => {
  const { context, server } = await started()
  await stopServer({ ...server, started: 'another time' })
  expect(isAlive(server)).toBe(true)
  await stopRun(context.cache, context.run)
})

test('what a killed test run left is stopped and its folder removed', async () => {
  const { context, server } = await started()
  writeRun(context.cache, { ...context.run, owner: deadOwner })
  await clearAbandoned(context.cache, () => undefined)
  expect(isAlive(server)).toBe(false)
  expect(listRuns(context.cache)).toEqual([])
})

test('a living run and a lasting data folder are left alone', async () => {
  const { context, server } = await started()
  await clearAbandoned(context.cache, () => undefined)
  expect(isAlive(server)).toBe(true)
  writeRun(context.cache, { ...context.run, temporary: false, owner: deadOwner })
  await clearAbandoned(context.cache, () => undefined)
  expect(isAlive(server)).toBe(true)
  await stopRun(context.cache, context.run)
})

test('the servers of a killed run whose lasting data folder is gone are stopped', async () => {
  const { context, server } = await started()
  const gone = join(context.dataDir, 'gone')
  mkdirSync(gone)
  writeRun(context.cache, { ...context.run, dataDir: gone, temporary: false, owner: deadOwner })
  await clearAbandoned(context.cache, () => undefined)
  expect(isAlive(server)).toBe(true)
  rmSync(gone, { recursive: true })
  await clearAbandoned(context.cache, () => undefined)
  expect(isAlive(server)).toBe(false)
})
