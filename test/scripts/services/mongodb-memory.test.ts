import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startDownloadedMongod } from '../../../scripts/services/mongodb-memory.ts'
import { fakeContext, fakeMachine } from './fake-context.ts'

function refusingDownload() {
  const calls: string[] = []
  const reach = async () => {
    calls.push('reach')
    throw new Error('refused')
  }
  const fetch = async () => {
    calls.push('fetch')
    return '/nowhere/mongod'
  }
  return { calls, download: { reach, fetch } }
}

test('a refused download is tried once and then remembered', async () => {
  const context = fakeContext(fakeMachine([]))
  const { calls, download } = refusingDownload()
  await expect(startDownloadedMongod(context, download)).rejects.toThrow('cannot be reached')
  await expect(startDownloadedMongod(context, download)).rejects.toThrow('could not be reached 0.0 h ago')
  expect(calls).toEqual(['reach'])
})

test('after some hours it is tried again', async () => {
  const context = fakeContext(fakeMachine([]))
  writeFileSync(join(context.cache, 'mongod-unreachable'), String(Date.now() - 7 * 3_600_000))
  const { calls, download } = refusingDownload()
  await expect(startDownloadedMongod(context, download)).rejects.toThrow('cannot be reached')
  expect(calls).toEqual(['reach'])
})

test('a download that cannot run is an error that says so, and nothing stays noted as running', async () => {
  const context = fakeContext(fakeMachine([]))
  const download = { reach: async () => undefined, fetch: async () => '/nowhere/mongod' }
  const attempt = startDownloadedMongod(context, download)
  await expect(attempt).rejects.toThrow('mongod could not be started')
  expect(context.run.servers).toEqual([])
})
