import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Koa from 'koa'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { LiveState } from '../../src/chat/live-state.ts'
import type { RawRequest } from '../../src/chat/platform.ts'
import { errors } from '../../src/http/middleware/errors.ts'
import { playgroundRoutes } from '../../src/http/routes/playground.ts'
import { createRefusals } from '../../src/http/refusals.ts'
import { createLog } from '../../src/log.ts'

const state: LiveState = { org: '示范社工服务中心', people: [], rooms: [], locale: 'zh-CN' }

let webRoot: string
let port: number
let stopping: AbortController
let close: () => Promise<void>
let received: RawRequest[]
let publish: (event: object) => void
let listening: boolean

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'liandong-pages-'))
  webRoot = join(folder, 'web')
  mkdirSync(join(webRoot, 'assets'), { recursive: true })
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>联动</title>')
  writeFileSync(join(webRoot, 'assets', 'main-AbC123.js'), 'export {}')
  writeFileSync(join(webRoot, 'assets', '.env.js'), 'hidden')
  writeFileSync(join(webRoot, 'secret.js'), 'secret')
  writeFileSync(join(folder, 'secret.js'), 'secret')
})

afterAll(() => rmSync(join(webRoot, '..'), { recursive: true, force: true }))

beforeEach(async () => {
  received = []
  stopping = new AbortController()
  const app = new Koa()
  app.use(errors(createRefusals(createLog({ level: 'silent' }))))
  const routes = playgroundRoutes({
    receive: async (request) => {
      received.push(request)
      return { status: 202, body: { status: 'accepted' } }
    },
    subscribe: (listener) => {
      publish = listener
      listening = true
      return () => {
        listening = false
      }
    },
    state: () => state,
    now: () => 1_000,
    maxBodyBytes: 1_000,
    webRoot,
    stopping: stopping.signal,
  })
  app.use(routes.routes())
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  port = (server.address() as AddressInfo).port
  close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeIdleConnections()
    })
})

afterEach(async () => {
  stopping.abort()
  await close()
})

type Asked = { path: string; method?: string; headers?: Record<string, string>; body?: string }

/** Asks with any header and with a path that nobody has tidied up on its way. */
function open(asked: Asked): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { path, method = 'GET', headers } = asked
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, resolve)
    request.once('error', reject)
    request.end(asked.body)
  })
}

async function ask(asked: Asked) {
  const response = await open(asked)
  let body = ''
  for await (const chunk of response.setEncoding('utf8')) body += chunk
  return { status: response.statusCode, headers: response.headers, body }
}

/** Opens an event stream; `next` waits for the next event that is not the greeting. */
async function listen(after?: string) {
  const response = await open({
    path: '/playground/events',
    headers: after ? { 'last-event-id': after } : {},
  })
  const lines = response.setEncoding('utf8')[Symbol.asyncIterator]()
  let text = ''
  const block = async (): Promise<string> => {
    while (!text.includes('\n\n')) {
      const { value, done } = await lines.next()
      if (done) return 'end'
      text += value
    }
    const found = text.slice(0, text.indexOf('\n\n'))
    text = text.slice(found.length + 2)
    return found
  }
  const next = async () => {
    for (;;) {
      const found = await block()
      if (found === 'end') return undefined
      const [, id = ''] = /^id: (.*)$/m.exec(found) ?? []
      const [, data] = /^data: (.*)$/m.exec(found) ?? []
      if (data && !found.includes('event: hello')) return { id, event: JSON.parse(data) as object }
    }
  }
  return { response, next, greeted: block }
}

describe('who is let in', () => {
  test('a browser on this machine, by any of its names', async () => {
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
      const host = `${name}:${port}`
      const answer = await ask({ path: '/playground/state', headers: { host, origin: `http://${host}` } })
      expect(answer.status, name).toBe(200)
      expect(JSON.parse(answer.body)).toEqual(state)
    }
  })

  test.each([
    ['a foreign name that points here', () => ({ host: `evil.example:${port}` })],
    ['our name as part of a longer one', () => ({ host: `localhost.evil.example:${port}` })],
    ['another port', () => ({ host: '127.0.0.1:1' })],
    ['another page in the same browser', () => ({ origin: 'http://evil.example' })],
    ['a page on another port of this machine', () => ({ origin: 'http://127.0.0.1:1' })],
    ['a page without an address', () => ({ origin: 'null' })],
    ['the world behind a proxy on this machine', () => ({ 'x-forwarded-for': '203.0.113.7' })],
  ])('not %s', async (_what, headers) => {
    for (const path of ['/', '/assets/main-AbC123.js', '/playground/state', '/playground/events']) {
      const answer = await ask({ path, headers: headers() })
      expect(answer.status, path).toBe(403)
      expect(JSON.parse(answer.body)).toEqual({ error: 'forbidden', message: expect.any(String) })
    }
    const answer = await ask({ path: '/playground/say', method: 'POST', headers: headers(), body: '{}' })
    expect(answer.status).toBe(403)
    expect(received).toEqual([])
  })
})

describe('saying something', () => {
  test('hands over the untouched bytes and gives back what the one path answers', async () => {
    const body = ' {"text":"报名 A12"} '
    const answer = await ask({ path: '/playground/say?x=1', method: 'POST', body })
    expect([answer.status, answer.body]).toEqual([202, '{"status":"accepted"}'])
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({ method: 'POST', path: '/playground/say', now: 1_000 })
    expect(received[0]?.body.toString()).toBe(body)
  })

  test('too much of it is 413, announced or not', async () => {
    const body = 'x'.repeat(1_001)
    const announced = await ask({ path: '/playground/say', method: 'POST', body })
    const chunked = { 'transfer-encoding': 'chunked' }
    const unannounced = await ask({ path: '/playground/say', method: 'POST', body, headers: chunked })
    expect([announced.status, unannounced.status]).toEqual([413, 413])
    expect(received).toEqual([])
  })
})

describe('the event stream', () => {
  test('carries every event to every page', async () => {
    const [one, two] = await Promise.all([listen(), listen()])
    const event = { type: 'message', text: '多行\n和 <b>符号</b>' }
    publish(event)
    expect(one.response.headers['content-type']).toBe('text/event-stream')
    expect((await one.next())?.event).toEqual(event)
    expect((await two.next())?.event).toEqual(event)
    one.response.destroy()
    two.response.destroy()
  })

  test('a page that was away gets what it missed, and only that', async () => {
    const first = await listen()
    publish({ n: 1 })
    const seen = await first.next()
    first.response.destroy()
    publish({ n: 2 })
    publish({ n: 3 })
    const second = await listen(seen?.id)
    expect([(await second.next())?.event, (await second.next())?.event]).toEqual([{ n: 2 }, { n: 3 }])
    second.response.destroy()
  })

  test('a page that knew an earlier process gets everything there is', async () => {
    publish({ n: 1 })
    const page = await listen('earlier-9')
    expect((await page.next())?.event).toEqual({ n: 1 })
    page.response.destroy()
  })

  test('ends when the service stops, and nobody listens on', async () => {
    const page = await listen()
    expect(listening).toBe(true)
    stopping.abort()
    expect(await page.next()).toBeUndefined()
    expect(listening).toBe(false)
    const late = await ask({ path: '/playground/events', headers: { connection: 'keep-alive' } })
    expect([late.status, late.headers.connection]).toEqual([503, 'close'])
  })
})

describe('the page', () => {
  test('is always asked for anew and runs only our own scripts', async () => {
    const answer = await ask({ path: '/' })
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-cache'])
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
    expect(answer.body).toContain('联动')
  })

  test('has files that may be kept for ever', async () => {
    const answer = await ask({ path: '/assets/main-AbC123.js' })
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test.each([
    '/assets/../secret.js',
    '/assets/..%2fsecret.js',
    '/assets/%2e%2e/secret.js',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.js',
    '/assets/..%5csecret.js',
    '/assets/....//secret.js',
    '/assets//secret.js',
    '/assets/.env.js',
    '/assets/main-AbC123.js%00',
    '/assets/missing.js',
    '/assets/',
    '/secret.js',
  ])('%s leads nowhere', async (path) => {
    const answer = await ask({ path })
    expect(answer.status).toBe(404)
    expect(answer.body).not.toMatch(/^(secret|hidden)/)
  })
})
