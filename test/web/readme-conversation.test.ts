import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { people } from '../../bots/playground/people.ts'
import { buildWeb } from '../../scripts/build-web.ts'
import { findChromium } from '../../scripts/services/chromium.ts'
import { type App, startApp } from '../support/app.ts'
import { printedConversation } from '../support/documents.ts'
import { ask, goTo, open, quickReplies, reply, say, speakAs, stopsOfNewest } from './support/page-driver.ts'

// The README's conversation, typed into the playground in a real browser, with the answers printed there.

const tell = (line: string) => console.error(`[web] ${line}`)
/** A folder for pictures of the pages, to look at. */
const pictures = process.env.TEST_PICTURES

let app: App
let browser: Browser
let page: Page
beforeAll(async () => {
  await buildWeb(process.env, tell)
  const executablePath = await findChromium(tell)
  if (!executablePath) throw new Error('the pages need a Chromium: set CHROMIUM to the path of one')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  app = await startApp({ env: { STANDARD_WEBHOOK_SECRET: '', STANDARD_WEBHOOK_URL: '' } })
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** How far the ways of messages stick out of the part of the page that shows them, in pixels. */
const tooWide = (part: string) => page.locator(part).evaluate((box) => box.scrollWidth - box.clientWidth)

const take = async (name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` })
}

test('the playground answers as the README says', { timeout: 120_000 }, async () => {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  const conversation = printedConversation()
  expect(new Set(conversation.map(({ who }) => who))).toEqual(new Set(['陈主任', '李社工', '王桂香']))
  await open(page, app.url)
  await take('empty-1280')
  for (const { clock, who, room, mention, text, answer } of conversation) {
    if (clock) app.clock.set(`${clock.replace(' ', 'T')}:00+08:00`)
    await speakAs(page, people.find(({ name }) => name === who)?.id ?? who)
    await goTo(page, room ? 'room' : 'direct')
    const typed = text.replace('⟨code⟩', app.claimCode)
    if (answer === '') {
      await say(page, typed, { mention })
      expect(await stopsOfNewest(page, 'ignored'), typed).toEqual(['ignored'])
      continue
    }
    const offered = (await quickReplies(page)).includes(typed)
    const answered = await (offered ? reply(page, typed) : ask(page, typed, { mention }))
    const [start = '', more] = answer.split('…')
    if (more === undefined) expect(answered, typed).toBe(answer)
    else expect(answered.startsWith(start), `${typed}: ${answered}`).toBe(true)
    expect(await stopsOfNewest(page), typed).toEqual(['accepted', 'mailbox', 'action', 'outbox', 'delivered'])
  }
  await take('said-1280')
  expect(await tooWide('.trail-pane')).toBe(0)
  expect(complaints).toEqual([])
})

test('on a phone nothing is wider than the screen, and the way of a message opens by a button', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await take('said-390')
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
  expect(await wide()).toBe(390)
  await page.getByTestId('trail-open').click()
  await page.locator('.trail-drawer [data-testid="trace-row"][data-step="delivered"]').first().waitFor()
  await take('trail-390')
  expect(await tooWide('.trail-drawer .ant-drawer-body')).toBe(0)
  expect(await wide()).toBe(390)
})
