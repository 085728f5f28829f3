import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'
import { postActivity } from '../support/post-activity.ts'

// An organisation with rules of its own. It is Tuesday, 24 November 2026, 10:00.

let app: App
beforeAll(async () => {
  app = await startApp({ env: { ORG_RULES: '{"lateHours":12,"consentAge":16,"adultAge":20}' } })
})
afterAll(() => app.stop())

test('twelve hours instead of 24 before a cancellation is late', async () => {
  const start = new Date('2026-11-24T23:00:00+08:00')
  const post = () => postActivity(app.store, { start, end: new Date(start.getTime() + 3_600_000) })
  const [early, late] = [await post(), await post()]
  const [zhang, li] = [await app.somebody('张三'), await app.somebody('李四')]
  await zhang.say(`报名 ${early}`)
  expect(await zhang.say(`取消 ${early}`)).not.toContain('12 小时')
  await li.say(`报名 ${late}`)
  app.clock.set('2026-11-24T11:01:00+08:00')
  expect(await li.say(`取消 ${late}`)).toContain('12 小时')
})

test('ages count where places are taken', async () => {
  const code = await postActivity(app.store, { dangerous: true })
  const young = await app.registered('young', '小林', '2008-01-01')
  expect(await young.say(`报名 ${code}`)).toContain('20')
})
