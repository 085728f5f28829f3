import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { people } from '../../bots/playground/people.ts'
import { buildWeb } from '../../scripts/build-web.ts'
import { findChromium } from '../../scripts/services/chromium.ts'
import { type Service, start } from '../../src/main.ts'
import { connectStore } from '../../src/store/connection.ts'
import { isPrintedAs, readmeConversation } from '../support/readme-conversation.ts'
import { bubbles, goTo, open, quickReplies, say, speakAs, stopsOfNewest } from './support/page-driver.ts'

const code = 'a-claim-code-for-the-page'
const folder = mkdtempSync(join(tmpdir(), 'liandong-page-'))
const database = `test_${randomBytes(6).toString('hex')}`
let service: Service
let browser: Browser
let page: Page
const problems: string[] = []

beforeAll(async () => {
  await buildWeb(process.env, () => undefined)
  service = await start({
    env: {
      PORT: '0',
      MONGODB_URI: inject('mongodbUri'),
      MONGODB_DATABASE: database,
      REDIS_URL: inject('redisUrl'),
      REDIS_PREFIX: database,
      ADMIN_CLAIM_CODE: code,
      LOG_LEVEL: 'silent',
    },
    log: pino({ level: 'silent' }),
    dataDir: folder,
  })
  const executablePath = await findChromium((line) => console.error(line))
  if (!executablePath) throw new Error('the pages are tested in a Chromium: install one or set CHROMIUM')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(service.url)) problems.push(`asked ${request.url()}`)
  })
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await service?.stop()
  const connection = await connectStore({ uri: inject('mongodbUri'), database })
  await connection.db?.dropDatabase()
  await connection.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the README’s conversation, typed into the playground, gives the README’s answers', async () => {
  await open(page, service.url)
  // The numbers printed are those of the day they were written: what is said goes by the codes of this run.
  const codes = new Map<string, string>()
  let heard = 0
  for (const { who, where, text } of readmeConversation()) {
    if (who !== '联动') {
      const person = people.find(({ name }) => name === who)
      await speakAs(page, person?.id ?? who)
      await goTo(page, where)
      heard = await bubbles(page, 'bot').count()
      const said = text.replace('<code>', code).replace(/A\d+/g, (printed) => codes.get(printed) ?? printed)
      await say(page, said)
      continue
    }
    await goTo(page, where)
    const answers = bubbles(page, 'bot')
    await expect
      .poll(async () => (await answers.allInnerTexts()).some((answer) => isPrintedAs(answer, text)), {
        message: `联动 says: ${text}`,
        timeout: 10_000,
      })
      .toBe(true)
    const all = await answers.allInnerTexts()
    const answer = all.findLast((one) => isPrintedAs(one, text)) ?? ''
    const [printed] = /A\d+/.exec(text) ?? []
    const [actual] = /A\d+/.exec(answer) ?? []
    if (printed && actual) codes.set(printed, actual)
    expect(all.length).toBeGreaterThan(where === 'room' ? 0 : heard)
  }
  expect(problems).toEqual([])
}, 60_000)

test('what happened to the last message is shown, from its acceptance to its delivery', async () => {
  await speakAs(page, 'wang')
  await goTo(page, 'direct')
  await say(page, '帮助')
  expect(await stopsOfNewest(page)).toEqual(['accepted', 'mailbox', 'action', 'outbox', 'delivered'])
  expect(await quickReplies(page)).toContain('活动')
})

test('chatter in the group is left alone: its way ends where it begins', async () => {
  await goTo(page, 'room')
  const before = await bubbles(page, 'bot').count()
  await say(page, '我们几点集合')
  expect(await stopsOfNewest(page, 'ignored')).toEqual(['ignored'])
  expect(await bubbles(page, 'bot').count()).toBe(before)
})

test('fits a phone: nothing to scroll sideways, and one can speak and answer', async () => {
  const phone = await browser.newPage({ viewport: { width: 360, height: 640 }, hasTouch: true })
  await open(phone, service.url)
  await speakAs(phone, 'wang')
  await goTo(phone, 'direct')
  await say(phone, '我')
  await bubbles(phone, 'bot').first().waitFor()
  const [inner, wide] = await phone.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth])
  expect(wide).toBeLessThanOrEqual(inner ?? 0)
  await phone.close()
})
