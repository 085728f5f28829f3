import axe from 'axe-core'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../../scripts/services/chromium.ts'
import { startApp, type App } from '../support/app.ts'

let app: App
let browser: Browser
const number = '2026-7K3M-9QXP-4TRC'
beforeAll(async () => {
  app = await startApp()
  for (const [_id, status] of [
    [number, 'valid'],
    ['2026-0000-0000-0001', 'withdrawn'],
  ] as const) {
    await app.store.certificates.issue(
      {
        _id,
        person: 'V000123',
        period: { from: '2026-03-01', to: '2026-11-28' },
        minutes: 330,
        issuedAt: new Date(app.clock.now()),
        key: _id,
      },
      { locale: 'zh-CN', org: '示范社工服务中心', name: '王桂香', content: { kind: 'lines', lines: [] } },
    )
    await app.store.certificates.model.updateOne({ _id }, { status })
  }
  for (const token of ['a-link-to-look-at', 'a-link-to-press'])
    await app.store.files.add({
      token,
      kind: 'certificate',
      subject: number,
      person: 'V000123',
      locale: 'zh-CN',
      createdAt: new Date(app.clock.now()),
      expiresAt: new Date(app.clock.now() + 60_000),
    })
  const executablePath = await findChromium((line) => console.error(line))
  if (!executablePath) throw new Error('the pages are tested in a Chromium: install one or set CHROMIUM')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await app.stop()
})

const get = (path: string, language = 'zh-CN,zh;q=0.9') =>
  fetch(`${app.url}${path}`, { headers: { 'accept-language': language } })
/** The facts of a page, as they are read. */
const factsOf = (html: string) =>
  [...html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, name, value]) => [name, value])

describe('the page of a certificate', () => {
  test('shows number, period, hours and status, and nothing else', async () => {
    const page = await get(`/verify/${number}`)
    const html = await page.text()
    expect(page.status).toBe(200)
    expect(factsOf(html)).toEqual([
      ['编号', number],
      ['服务期间', '2026年3月1日至2026年11月28日'],
      ['已核实时长', '5小时30分'],
      ['状态', '有效'],
    ])
    expect(html).not.toMatch(/王桂香|V000123|<script/)
    expect(html).not.toMatch(/标准|GB\/T|standard/)
  })

  test('in English for whoever reads English; in the language of the organisation for all others', async () => {
    const html = await (await get(`/verify/${number}`, 'en-US,en;q=0.8,zh;q=0.5')).text()
    expect(html).toContain('<html lang="en">')
    expect(factsOf(html)).toEqual([
      ['Number', number],
      ['Period of service', '1 Mar 2026 to 28 Nov 2026'],
      ['Verified hours', '5 h 30 min'],
      ['Status', 'valid'],
    ])
    expect(await (await get(`/verify/${number}`, 'fr')).text()).toContain('<html lang="zh-CN">')
  })

  test('is found however the number was copied', async () => {
    for (const copied of [
      number.toLowerCase(),
      number.replaceAll('-', ''),
      encodeURIComponent('2026 7k3m 9qxp 4trc'),
    ])
      expect((await get(`/verify/${copied}`)).status).toBe(200)
  })

  test('says that a certificate was withdrawn', async () => {
    expect(factsOf(await (await get('/verify/2026-0000-0000-0001')).text())).toContainEqual([
      '状态',
      '已撤回',
    ])
  })

  test.each(['2026-7K3M-9QXP-4TRD', 'x', '%3Cscript%3E', '$ne', 'V000123'])(
    '%s is kindly not known',
    async (unknown) => {
      const page = await get(`/verify/${unknown}`)
      expect(page.status).toBe(404)
      expect(await page.text()).toContain('没有找到这个编号的证明。')
    },
  )
})

test('a browser presses the button of a one-time link and gets the file, under all its policies', async () => {
  const page = await browser.newPage({ locale: 'zh-CN' })
  const problems: string[] = []
  page.on('console', (message) => problems.push(message.text()))
  await page.goto(`${app.url}/files/a-link-to-press`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`志愿服务记录证明-${number}.pdf`)
  expect(await download.failure()).toBeNull()
  expect(problems).toEqual([])
  await page.close()
})

describe.each(['light', 'dark'] as const)('in a phone, %s', (colorScheme) => {
  test.each([`/verify/${number}`, '/verify/x', '/files/a-link-to-look-at', '/files/nothing'])(
    '%s meets WCAG AA, needs no scrolling sideways and loads nothing',
    async (path) => {
      const page = await browser.newPage({
        viewport: { width: 320, height: 640 },
        colorScheme,
        locale: 'zh-CN',
        bypassCSP: true,
      })
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(`${app.url}${path}`)
      expect(asked).toEqual([`${app.url}${path}`])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      await page.addScriptTag({ content: axe.source })
      const violations = await page.evaluate(async () => {
        const { axe: checker } = globalThis as unknown as { axe: typeof axe }
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
        const results = await checker.run(document, { runOnly: tags })
        return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
      })
      expect(violations).toEqual([])
      await page.close()
    },
  )
})
