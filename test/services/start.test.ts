import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { people } from '../../bots/playground/people.ts'
import { cacheFolder } from '../../scripts/services/cache.ts'
import { isAlive } from '../../scripts/services/identity.ts'
import { readRun } from '../../scripts/services/records.ts'
import type { LiveMessage } from '../../src/chat/live-event.ts'
import { until } from '../support/until.ts'

// The command starts servers of its own, which is not asked of a machine where others are told to be used.
const own = !process.env['MONGODB_URI'] && !process.env['REDIS_URL']
const root = fileURLToPath(new URL('../..', import.meta.url))

let folder = ''
const commands: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liandong-start-'))
})
afterEach(async () => {
  // Only a failed test leaves one: asked kindly, it takes its servers with it.
  for (const command of commands.splice(0))
    if (command.exitCode === null && command.signalCode === null) {
      command.kill('SIGINT')
      await once(command, 'exit')
    }
  rmSync(folder, { recursive: true, force: true })
})

/** A clone as it is after `npm ci`: nothing built, no data. */
function freshClone(): string {
  const clone = join(folder, 'clone')
  mkdirSync(clone)
  for (const name of [
    'src',
    'bots',
    'workers',
    'scripts',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    cpSync(join(root, name), join(clone, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
  return clone
}

/** The cache as a machine has it that never built the pages: the servers are there, the pages are not. */
function cacheWithoutPages(): string {
  const real = cacheFolder(process.env)
  const cache = join(folder, 'cache')
  mkdirSync(cache)
  for (const name of readdirSync(real)) if (name !== 'web') symlinkSync(join(real, name), join(cache, name))
  return cache
}

/** Runs what `npm start` runs, without NODE_ENV, until it says that it is ready. */
async function npmStart(clone: string, cache: string) {
  const { NODE_ENV: _set, VITEST: _vitest, ...env } = process.env
  const command = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    cwd: clone,
    env: { ...env, PORT: '0', LIANDONG_CACHE: cache },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  commands.push(command)
  let said = ''
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    command.once('exit', (code, signal) => resolve(signal ?? code)),
  )
  const ready = await new Promise<RegExpExecArray>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /ready after ([\d.]+) s: (http:\S+)/.exec(said)
      if (found) resolve(found)
    }
    command.stdout.on('data', listen)
    command.stderr.on('data', listen)
    void ended.then((how) => reject(new Error(`it ended (${how}) after saying:\n${said}`)))
  })
  const [, seconds = '', url = ''] = ready
  return { command, ended, url, seconds: Number(seconds), said: () => said }
}

/** Says something as the first person of the playground and gives the answer to it. */
async function say(url: string, text: string): Promise<string> {
  const events = await fetch(`${url}/playground/events`)
  const lines = createInterface({ input: Readable.fromWeb(events.body as ReadableStream) })
  const id = randomUUID()
  try {
    for await (const line of lines) {
      // The stream is open from its hello on: what is answered from here on is heard.
      if (line === 'event: hello') expect((await post(url, { id, text })).status).toBe(202)
      if (!line.startsWith('data: ')) continue
      const event = JSON.parse(line.slice(6)) as Partial<LiveMessage>
      if (event.type === 'message' && event.inReplyTo === id) return event.text ?? ''
    }
    throw new Error(`${text} got no answer`)
  } finally {
    lines.close()
    await events.body?.cancel().catch(() => undefined)
  }
}

function post(url: string, said: { id: string; text: string }): Promise<Response> {
  const body = JSON.stringify({ ...said, from: people[0].id, room: null, mentionsBot: false })
  return fetch(`${url}/playground/say`, { method: 'POST', body })
}

describe.runIf(own)('npm start', () => {
  test('builds the pages, starts, answers; comes back in seconds after Ctrl-C and after SIGKILL, with what it knew', async () => {
    const clone = freshClone()
    const cache = cacheWithoutPages()
    const first = await npmStart(clone, cache)
    expect(first.said()).toMatch(/building the web pages: done in [\d.]+ s/)
    await until(async () => first.said().includes('认领 '), 'the code for the first admin')
    expect(first.said()).toContain('a small demo was put in')
    expect(await (await fetch(first.url)).text()).toContain('<div id="page">')
    expect(await say(first.url, '我')).toContain('注册')
    const code = /认领 \S+/.exec(first.said())?.[0] ?? ''
    expect(await say(first.url, code)).toContain('管理员')
    const servers = readRun(join(clone, 'data'))?.servers ?? []
    expect(servers.length).toBeGreaterThan(1)
    first.command.kill('SIGINT')
    expect(await first.ended).toBe(0)
    expect(first.said()).toContain('stopped')
    expect(servers.filter(isAlive)).toEqual([])

    const second = await npmStart(clone, cache)
    expect(second.said()).not.toContain('a small demo was put in')
    expect(second.seconds).toBeLessThan(10)
    second.command.kill('SIGKILL')
    await second.ended

    const third = await npmStart(clone, cache)
    expect(await say(third.url, '我')).toMatch(/V\d{6}/)
    third.command.kill('SIGINT')
    expect(await third.ended).toBe(0)
  }, 120_000)
})
