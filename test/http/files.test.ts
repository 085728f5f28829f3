import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkMinutes } from '../../src/commands/file-link.ts'
import { startApp, type App } from '../support/app.ts'
import { download } from '../support/download.ts'

let app: App
let number = ''
beforeAll(async () => {
  app = await startApp()
  number = (await app.registered('zhang', '张三')).number
  await app.store.certificates.issue(
    {
      _id: '2026-7K3M-9QXP-4TRC',
      person: number,
      period: { from: '2026-11-01', to: '2026-11-01' },
      minutes: 60,
      issuedAt: new Date(app.clock.now()),
      key: 'm-1',
    },
    { locale: 'zh-CN', org: '测试', name: '张三', content: { kind: 'lines', lines: [] } },
  )
})
afterAll(() => app.stop())

/** A link of its own, good for 15 minutes; gives its path. */
async function link(subject = '2026-7K3M-9QXP-4TRC'): Promise<string> {
  const token = randomBytes(18).toString('base64url')
  const createdAt = new Date(app.clock.now())
  const expiresAt = new Date(createdAt.getTime() + linkMinutes * 60_000)
  const locale = 'zh-CN'
  await app.store.files.add({
    token,
    kind: 'certificate',
    subject,
    person: number,
    locale,
    createdAt,
    expiresAt,
  })
  return `/files/${token}`
}
const get = (path: string, init: RequestInit = {}) => fetch(`${app.url}${path}`, init)

describe('a one-time link', () => {
  test('may be looked at by chat apps as often as they like: only the button uses it up', async () => {
    const path = await link()
    for (let n = 0; n < 3; n++) {
      expect((await get(path, { method: 'HEAD' })).status).toBe(200)
      const page = await get(path)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('<form method="post"><button type="submit">下载</button></form>')
    }
    expect(await download(app.url, path)).toMatchObject({ status: 200, type: 'application/pdf' })
    const again = await get(path)
    expect(again.status).toBe(410)
    expect(await again.text()).toContain('这个链接已经用过或过期了')
    expect((await get(path, { method: 'POST' })).status).toBe(410)
  })

  test('pressed twice at once it gives one ticket', async () => {
    const path = await link()
    const press = () => get(path, { method: 'POST', redirect: 'manual' })
    const statuses = (await Promise.all([press(), press(), press()])).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([303, 410, 410])
  })

  test('its download may be begun again for two minutes, as phones do, and then no more', async () => {
    const path = await link()
    const pressed = await get(path, { method: 'POST', redirect: 'manual' })
    const file = new URL(pressed.headers.get('location') ?? '', `${app.url}${path}`).pathname
    expect([(await get(file)).status, (await get(file)).status]).toEqual([200, 200])
    expect((await get(`${file}x`)).status).toBe(410)
    app.clock.forward(2 * 60_000 + 1_000)
    expect((await get(file)).status).toBe(410)
  })

  test('is over after 15 minutes, and says so', async () => {
    const path = await link()
    app.clock.forward(15 * 60_000 + 1_000)
    expect((await get(path)).status).toBe(410)
    expect((await get(path, { method: 'POST' })).status).toBe(410)
  })

  test('that nobody made is kindly not known, in the language of the browser', async () => {
    const english = await get('/files/nothing', { headers: { 'accept-language': 'en-GB,en;q=0.9' } })
    expect(english.status).toBe(404)
    expect(await english.text()).toContain('There is no such link.')
    expect((await get('/files/nothing', { method: 'POST' })).status).toBe(404)
    expect((await get('/files/nothing/x')).status).toBe(404)
  })

  test('is over when there is nothing any more that its file could be made of', async () => {
    expect((await download(app.url, await link('2026-0000-0000-0000'))).status).toBe(410)
  })

  test('its pages and files are kept by nobody, framed nowhere and tell no other page where they were', async () => {
    const path = await link()
    for (const response of [await get(path), await get(path, { method: 'POST' })]) {
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
      expect(response.headers.get('x-robots-tag')).toBe('noindex')
    }
    const policy = (await get(path)).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
  })
})
