import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { at } from '../support/command-store.ts'
import { postActivity } from '../support/post-activity.ts'
import { until } from '../support/until.ts'

// How the service is, as an admin asks it. It is Tuesday, 24 November 2026, 10:00.

let app: App
let admin: Awaited<ReturnType<App['admin']>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
  admin = await app.admin()
})
afterAll(() => app.stop())

test('six lines when all is well, in both languages; nobody but an admin asks', async () => {
  const lines = (await admin.say('状态')).split('\n')
  expect(lines).toEqual([
    '状态：一切正常。',
    '收：等处理 0，稍后重试 0，失败任务 0',
    expect.stringMatching(/^发：等待 0，正在发 0；24 小时内已发出 [1-9]\d*，失败 0；不明 0$/),
    '没处理成的消息 0；7 天内没按时送到的提醒 0',
    '渠道：standard 正常',
    expect.stringMatching(/^应答：MongoDB \d+ 毫秒，Redis \d+ 毫秒$/),
  ])
  await admin.say('lang en')
  expect(await admin.say('status')).toMatch(
    /^Status: all is well\.\nIn: waiting 0, .*\nPlatforms: standard on\n/s,
  )
  await admin.say('lang zh')
  const wang = await app.withRole('socialWorker', '王社工')
  expect(await wang.say('状态')).toBe('这件事由管理员来做，请联系他们。')
})

test('tells of messages that were given up and of reminders that came too late', async () => {
  const zhang = await app.somebody('张三')
  const code = await postActivity(app.store, { responsible: admin.number })
  await zhang.say(`报名 ${code}`)
  await app.store.deadLetters.add({
    key: 'standard:default:broken',
    queue: 'handle-message',
    reason: 'broken',
    at: new Date(app.clock.now()),
    payload: '{}',
  })
  app.clock.set(at('2026-11-28 09:30').getTime())
  await until(
    async () => (await app.store.marks.sum('reminders-missed', at('2026-11-28 00:00'))) === 2,
    'both reminders to be missed',
  )
  const said = await admin.say('状态')
  expect(said).toContain('状态：有 2 处要看，见下面')
  expect(said).toContain('没处理成的消息 1；7 天内没按时送到的提醒 2')
})
