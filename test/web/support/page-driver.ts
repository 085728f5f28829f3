import type { Locator, Page } from 'playwright-core'

/** Opens the playground and waits until one can speak. `url` is the service's address. */
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByTestId('say-input').waitFor()
}

/** From now on speaks as this person of the cast (`zhang`, `wang`, `sw-li`, `chen`). */
export async function speakAs(page: Page, person: string): Promise<void> {
  await page.getByTestId(`as-${person}`).click()
  await page.locator(`[data-testid="as-${person}"][aria-pressed="true"]`).waitFor()
}

/** Turns to the direct chat with the bot or to the group. */
export async function goTo(page: Page, where: 'direct' | 'room'): Promise<void> {
  const place = page.getByTestId(`where-${where}`)
  await place.click()
  await page.locator('.ant-segmented-item-selected').filter({ has: place }).waitFor()
}

/** Says a text with Enter, in a room with or without mentioning the bot, and waits until the service has taken it. */
export async function say(page: Page, text: string, { mention = false } = {}): Promise<void> {
  const toggle = page.getByTestId('mention-bot')
  const inRoom = (await toggle.count()) > 0
  if (inRoom && ((await toggle.getAttribute('aria-pressed')) === 'true') !== mention) await toggle.click()
  const mine = bubbles(page, 'me')
  const before = await mine.count()
  await page.getByTestId('say-input').fill(text)
  await page.getByTestId('say-input').press('Enter')
  await mine.nth(before).waitFor()
  await page.locator('[data-from="me"][data-status="sending"]').waitFor({ state: 'detached' })
}

/** Says a text and waits for the bot's next words in this chat: the bubble's text. */
export async function ask(page: Page, text: string, options: { mention?: boolean } = {}): Promise<string> {
  return nextBotBubble(page, () => say(page, text, options))
}

/** Presses a quick reply and waits for the bot's next words in this chat. */
export async function reply(page: Page, text: string): Promise<string> {
  return nextBotBubble(page, () => page.getByTestId('quick-reply').getByText(text, { exact: true }).click())
}

async function nextBotBubble(page: Page, act: () => Promise<void>): Promise<string> {
  const answers = bubbles(page, 'bot')
  const before = await answers.count()
  await act()
  return answers.nth(before).innerText()
}

/** What the bot said last in this chat; waits for it to have said something. */
export async function lastBotBubble(page: Page): Promise<string> {
  return bubbles(page, 'bot').last().innerText()
}

/** The texts of the quick replies that can be pressed now. */
export async function quickReplies(page: Page): Promise<string[]> {
  return page.getByTestId('quick-reply').allInnerTexts()
}

/** The stops that the newest message has reached; waits for the last one to be `until`. Wide windows only. */
export async function stopsOfNewest(page: Page, until = 'delivered'): Promise<string[]> {
  const newest = page.locator('.trail-pane .trail').first()
  await newest.locator(`[data-testid="trace-row"][data-step="${until}"]`).waitFor()
  return newest
    .getByTestId('trace-row')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['step'] ?? ''))
}

/** What was said in this chat by the bot (`bot`), by whom one speaks as (`me`) or by somebody else (their id). */
export function bubbles(page: Page, from: string): Locator {
  return page.locator(`[data-testid="bubble"][data-from="${from}"]`)
}
