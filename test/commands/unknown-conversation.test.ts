import { afterAll, beforeAll, expect, test } from 'vitest'
import { standard } from '../../bots/standard/index.ts'
import { type App, startApp } from '../support/app.ts'
import { until } from '../support/until.ts'

// A gateway that cannot drop repeats, and messages of which nobody knows whether they arrived. It is 10:00.

let app: App
let admin: Awaited<ReturnType<App['admin']>>
let zhang: Awaited<ReturnType<App['somebody']>>
beforeAll(async () => {
  app = await startApp({
    now: '2026-11-24T10:00:00+08:00',
    platforms: [{ ...standard, idempotentSend: false }],
  })
  admin = await app.admin()
  zhang = await app.somebody('张三')
})
afterAll(() => app.stop())

/** Somebody says something, and the connection breaks in the middle of the answer. */
async function brokenAnswer(to: { send: (text: string) => Promise<{ id: string }> }): Promise<string> {
  const broken = app.receiver.answerBadly((request) => request.socket.destroy())
  const { id } = await to.send('时长')
  await broken
  const row = `standard:default:${id}#0`
  await until(async () => (await app.store.outbox.find(row))?.state === 'unknown', 'the row to be unknown')
  return row
}

const codeOf = async (row: string) =>
  until(async () => (await app.store.outbox.find(row))?.code, 'the code of the row')

test('several broken answers: never sent again by themselves, the admins told once, the list says to whom', async () => {
  const rows = [
    await brokenAnswer(zhang),
    await brokenAnswer(zhang),
    await brokenAnswer(app.person('wu', '吴')),
  ]
  const codes = await Promise.all(rows.map(codeOf))
  expect(codes).toEqual(['X1', 'X2', 'X3'])
  app.clock.forward(11_000)
  expect(await admin.hears('不知道有没有送到')).toBe(
    '有 3 条消息不知道有没有送到：发送时断了，渠道又不能查重，所以没有自动再发。回复「状态 不明」看是哪几条。',
  )
  expect(await admin.say('状态')).toMatch(/失败 0；不明 3\n/)
  const lines = (await admin.say('状态 不明')).split('\n')
  expect(lines[0]).toBe('不知道有没有送到的 3 条：')
  expect(lines[1]).toMatch(new RegExp(`^X1 发给 ${zhang.number}，11月24日 周二 10:0\\d：「.{3,21}」$`))
  expect(lines[3]).toContain('X3 发给 standard 上没登记的人')
  expect(admin.heard().filter((text) => text.includes('不知道有没有送到：发送时'))).toHaveLength(1)
})

test('in a group nothing is opened, and nobody but an admin of everything decides', async () => {
  const said = await admin.says('状态 不明', { room: 'r-1', mention: true })
  expect([said.here, said.direct.includes('X1')]).toEqual(['已私信给你。', true])
  const local = await app.withRole('admin', '林管理')
  for (const text of ['状态 不明', '重发 X1', '放弃 X1'])
    expect(await local.say(text)).toBe('这些由管理全部的管理员来处理，请联系他们。')
  expect(await zhang.say('重发 X1')).toBe('这件事由管理员来做，请联系他们。')
})

test('重发 sends it once more, 放弃 leaves it; said twice, the second changes nothing', async () => {
  const before = zhang.heard().length
  expect(await admin.say('重发 X1 X9')).toBe('好了，马上再来一次：X1。\nX9 不在等处理，没有动。')
  await until(async () => zhang.heard().length > before, 'the answer that was sent again')
  expect(await admin.say('重发 X1')).toBe('X1 不在等处理，没有动。')
  expect(await admin.say('放弃 X2')).toBe('好了，不再管：X2。')
  expect(await admin.say('重发 X2')).toBe('X2 不在等处理，没有动。')
  expect(await admin.say('状态')).toMatch(/；不明 1\n/)
  expect(await admin.say('审计 3')).toContain('「放弃」→ 好了，不再管：X2。')
})

test('全部 counts, waits for 是, and takes those that were counted', async () => {
  expect(await admin.say('重发 全部')).toBe(
    '有 1 条不知道有没有送到的消息，都再发一次吗？有人可能会收到两次。回复 是',
  )
  const later = await brokenAnswer(zhang)
  await codeOf(later)
  expect(await admin.say('是')).toBe('好了，马上再来一次：X3。')
  await app.person('wu').hears(/./)
  expect(await admin.say('放弃 不明 全部')).toBe('有 1 条不知道有没有送到的消息，都不管了吗？回复 是')
  expect(await admin.say('不')).toBe('好的，没有改动。')
  await admin.say('放弃 不明 全部')
  expect(await admin.say('是')).toBe('好了，不再管：X4。')
  expect(await admin.say('状态 不明')).toBe('没有送达不明的消息。')
  expect(await admin.say('重发 全部')).toBe('没有送达不明的消息。')
})

test('in English', async () => {
  const row = await brokenAnswer(zhang)
  const code = await codeOf(row)
  await admin.say('lang en')
  expect(await admin.say('status unknown')).toContain(`${code} to ${zhang.number}, `)
  expect(await admin.say(`give up ${code}`)).toBe(`Done, left as they are: ${code}.`)
  expect(await admin.say('status unknown')).toBe('There is no message that may not have arrived.')
  expect(await admin.say(`resend ${code}`)).toBe(`Not waiting for a word, nothing changed: ${code}.`)
  await admin.say('lang zh')
})
