import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'

// Who may do more than a volunteer leaves a line, statistics asked for included. It is 24 November 2026, 10:00.

let app: App
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
})
afterAll(() => app.stop())

test('审计 shows who did what, newest first, and asking for it is in it too', async () => {
  const admin = await app.admin()
  await admin.say('队 新建 南园队')
  const wang = await app.withRole('socialWorker', '王社工')
  await admin.say('授权 王社工 队长 南园队')
  await admin.say('是')
  await wang.say('统计 本月')
  await wang.say('我')
  const lines = (await admin.say('审计')).split('\n')
  expect(lines[0]).toBe('全部记录，新的在前：')
  expect(lines.slice(1).map((line) => line.replace(/ \d+:\d\d /, ' '))).toEqual([
    expect.stringMatching(new RegExp(`^11月24日 周二 ${wang.number} 王社工「统计」→ 统计`)),
    `11月24日 周二 ${admin.number} 陈主任「授权」→ 好了，${wang.number} 王社工 现在是南园队的队长，已经告诉本人。`,
    expect.stringMatching(new RegExp(`^11月24日 周二 ${admin.number} 陈主任「队」→ `)),
    expect.stringMatching(new RegExp(`^11月24日 周二 ${admin.identity}「认领」→ 陈主任，你现在是管理员了`)),
  ])
  expect((await admin.say('审计 1')).split('\n')).toEqual([
    '最近 1 条，新的在前：',
    expect.stringContaining('「审计」→ 全部记录，新的在前：'),
  ])
  const own = await admin.say(`审计 ${wang.number}`)
  expect(own.split('\n')).toHaveLength(2)
  expect(own).toContain('王社工「统计」')
})

test('it is for who administers everything, in a direct chat; names in it are sealed at rest', async () => {
  const wang = await app.withRole('socialWorker', '李社工')
  expect(await wang.say('审计')).toBe('这件事由管理员来做，请联系他们。')
  const local = await app.withRole('admin', '林管理')
  expect(await local.say('审计')).toBe('审计由管理全部的管理员来看，请联系他们。')
  expect((await local.says('审计', { room: 'r-1', mention: true })).here).toBe(
    '这件事请私聊我说，群里不方便。',
  )
  const kept = JSON.stringify(await app.store.audit.model.find().lean())
  expect(kept).not.toMatch(/王社工|陈主任/)
})

test('in English', async () => {
  const amy = await app.withRole('admin', 'Amy', '南园队')
  await app.store.people.grant(amy.number, {
    role: 'admin',
    scope: { kind: 'all' },
    by: amy.number,
    at: new Date(),
    key: 'all',
  })
  await amy.say('lang en')
  expect(await amy.say('audit 3')).toMatch(/^The latest 3, newest first:\n24 Nov Tue .* -> /)
})
