import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Router from '@koa/router'
import Koa from 'koa'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientOf, limitPages, pageLimit } from '../../src/http/middleware/page-limit.ts'
import { connectProducer } from '../../src/queue/connection.ts'
import { type App, startApp } from '../support/app.ts'

let app: App
beforeAll(async () => {
  app = await startApp({ env: { PROXIES: '1' } })
  await app.store.certificates.issue(
    {
      _id: '2026-7K3M-9QXP-4TRC',
      person: 'V000123',
      period: { from: '2026-03-01', to: '2026-11-28' },
      minutes: 330,
      issuedAt: new Date(app.clock.now()),
      key: 'issued',
    },
    { locale: 'zh-CN', org: '示范社工服务中心', name: '王桂香', content: { kind: 'lines', lines: [] } },
  )
})
afterAll(() => app.stop())

const real = '/verify/2026-7K3M-9QXP-4TRC'
const get = (path: string, client: string, language = 'zh-CN') =>
  fetch(`${app.url}${path}`, { headers: { 'x-forwarded-for': client, 'accept-language': language } })
const statusOf = async (path: string, client: string) => (await get(path, client)).status

describe('the pages of certificates and links', () => {
  test('thirty numbers that are not there, then a page that says when to try again', async () => {
    const guesser = '203.0.113.7'
    for (let n = 10; n < 40; n++) expect(await statusOf(`/verify/2026-0000-0000-00${n}`, guesser)).toBe(404)
    const refused = await get(real, guesser)
    const html = await refused.text()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(pageLimit.seconds)
    expect(html).toContain('这里查得有点多了，请 10 分钟后再试。')
    expect(html).not.toContain('5小时')
    expect(await (await get(real, guesser, 'en')).text()).toContain('Please try again in 10 min.')
    expect(await statusOf('/files/some-token', guesser)).toBe(429)
    expect(await statusOf(real, '203.0.113.8')).toBe(200)
    expect(await statusOf('/healthz', guesser)).toBe(200)
  })

  test('who says at their own proxy to be somebody else is still the same client', async () => {
    for (let n = 10; n < 40; n++) await get(`/files/none-${n}`, `198.51.100.${n}, 203.0.113.9`)
    expect(await statusOf(real, '198.51.100.99, 203.0.113.9')).toBe(429)
  })

  test('a counter checks a hundred papers in a row', async () => {
    for (let n = 0; n < 100; n++) expect(await statusOf(real, '203.0.113.10')).toBe(200)
  })
})

test('a household of IPv6 is one client, and IPv4 in its clothes is IPv4', () => {
  expect(clientOf('2001:db8:1:2:aaaa::1')).toBe(clientOf('2001:db8:1:2:bbbb:cccc:dddd:eeee'))
  expect(clientOf('2001:db8::1')).toBe('2001:db8:0:0')
  expect(clientOf('2001:db8:1:3::1')).not.toBe(clientOf('2001:db8:1:2::1'))
  expect(clientOf('::ffff:203.0.113.7')).toBe('203.0.113.7')
})

test('while Redis is away everybody passes', async () => {
  const redis = connectProducer('redis://127.0.0.1:1')
  const limit = limitPages({ redis, prefix: 'away', index: (address) => address, locale: 'zh-CN' })
  const router = new Router().get('/verify/:number', limit, (context) => void (context.body = 'here'))
  const server = new Koa().use(router.routes()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  expect(await (await fetch(`http://127.0.0.1:${port}/verify/1`)).text()).toBe('here')
  server.close()
  redis.disconnect()
})
