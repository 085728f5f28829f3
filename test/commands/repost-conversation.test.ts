import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runRepost } from '../../src/commands/repost/run.ts'
import { startApp, type App } from '../support/app.ts'
import { at, openCommandStore } from '../support/command-store.ts'
import { Crash, crashingStore } from '../support/crashing-store.ts'
import { postActivity } from '../support/post-activity.ts'

// The same activity on other days, and series. It is Tuesday, 24 November 2026, 10:00 in Shanghai.

let app: App
let leader: Awaited<ReturnType<App['withRole']>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
  await (await app.admin()).say('队 新建 南园队')
  leader = await app.withRole('leader', '王队长')
})
afterAll(() => app.stop())

/** Each test has a title of its own: an activity of the same title and team counts as there already. */
let titles = 0
const post = (said: Parameters<typeof postActivity>[1] = {}) =>
  postActivity(app.store, { title: `探访${++titles}`, ...said })
const after = (code: string, n: number) => `A${Number(code.slice(1)) + n}`

describe('再发 on another day', () => {
  test('keeps the clock times, the place and the conditions, and asks before it posts', async () => {
    const code = await post({
      meetAt: '东门',
      bring: '水',
      risk: '楼梯',
      minAge: 16,
      restMinutes: 10,
      skills: ['急救'],
    })
    const source = await app.store.activities.find(code)
    expect(await leader.say(`再发 ${code} 下周六`)).toBe(
      `照 ${code} 探访1 再发 1 次（福利院，每次 10 人）：\n12月5日 周六 9:00-12:00\n对的话回复「是」，就发布。`,
    )
    const copy = after(code, 1)
    expect(await leader.say('是')).toBe(
      `发布了：${copy} 探访1，12月5日 周六 9:00-12:00。\n说「召集 ${copy}」叫大家来，「名单 ${copy}」看谁报了名。`,
    )
    expect(await app.store.activities.find(copy)).toMatchObject({
      title: '探访1',
      meetAt: '东门',
      bring: '水',
      risk: '楼梯',
      minAge: 16,
      restMinutes: 10,
      skills: ['急救'],
      team: '南园队',
      responsible: source?.responsible,
      taken: 0,
      state: 'open',
      start: at('2026-12-05 09:00'),
    })
    const timers = await app.store.timers.model.find({ 'data.activity': copy }).lean()
    expect(timers.map(({ kind }) => kind).toSorted()).toEqual([
      'ask-checkout',
      'free-unnamed',
      'leave-checkout',
      'remind-day',
      'remind-hours',
    ])
  })

  test('other clock times are taken, and without a day it is asked for', async () => {
    const code = await post()
    expect(await leader.say(`再发 ${code}`)).toContain(`${code} 再发到哪天？`)
    expect(await leader.say('12月6日14:00-16:00')).toContain('12月6日 周日 14:00-16:00')
    expect(await leader.say('不')).toBe('好的，没有改动。')
    expect(await leader.say(`再发 ${code} 12月5日、12月12日`)).toContain('再发 2 次')
  })

  test('what is over or called off can be done again, by those who lead the team', async () => {
    const code = await post({ start: at('2026-11-14 09:00'), end: at('2026-11-14 12:00'), state: 'closed' })
    expect(await leader.say(`再发 ${code} 周六`)).toContain('11月28日 周六 9:00-12:00')
    const other = await app.withRole('leader', '北队长', '北园队')
    expect(await other.say(`再发 ${code} 周六`)).toContain('南园队')
    expect(await (await app.somebody('张三')).say(`再发 ${code} 周六`)).toContain('这件事由队长或社工来做')
  })
})

describe('再发 as a series', () => {
  test('shows six days and how many more, and gives the range of codes', async () => {
    const code = await post()
    const text = await leader.say(`再发 ${code} 每周六 8次`)
    expect(text.split('\n')).toEqual([
      expect.stringContaining('再发 8 次'),
      '12月5日 周六 9:00-12:00',
      '12月12日 周六 9:00-12:00',
      '12月19日 周六 9:00-12:00',
      '12月26日 周六 9:00-12:00',
      '2027年1月2日 周六 9:00-12:00',
      '2027年1月9日 周六 9:00-12:00',
      '……还有 2 次，最后一次 2027年1月23日 周六',
      '2027 年的放假安排我还没有，请自己看一眼。',
      '对的话回复「是」，就发布。',
    ])
    expect(await leader.say('是')).toContain(
      `发布了 8 个：${after(code, 1)}-${after(code, 8)} 探访${titles}，12月5日 周六 到 2027年1月23日 周六。`,
    )
    const rows = await app.store.activities.model
      .find({ title: `探访${titles}` })
      .sort({ start: 1 })
      .lean()
    expect(rows).toHaveLength(9)
    expect(new Set(rows.map(({ key }) => key)).size).toBe(9)
  })

  test('until a day, and every first Saturday of a month', async () => {
    const code = await post()
    expect(await leader.say(`再发 ${code} 每周六到12月31日`)).toContain('再发 4 次')
    expect(await leader.say(`再发 ${code} 每月第一个周六 3次`)).toContain('2027年2月6日 周六 9:00-12:00')
  })

  test('without an end it is asked for', async () => {
    const code = await post()
    expect(await leader.say(`再发 ${code} 每周六`)).toBe('发几次，或者发到哪天？例如「4次」「到12月31日」。')
    expect(await leader.say('3')).toContain('再发 3 次')
  })

  test('days on which it is there already are left out and said', async () => {
    const code = await post()
    const there = await post({
      title: `探访${titles}`,
      start: at('2026-12-12 10:00'),
      end: at('2026-12-12 13:00'),
    })
    titles--
    const text = await leader.say(`再发 ${code} 每周六 3次`)
    expect(text).toContain('再发 2 次')
    expect(text).toContain(`已有同样的活动（${there}），不发：12月12日 周六`)
  })

  test('what came in between is shown again before anything is made', async () => {
    const title = `探访${titles + 1}`
    const code = await post()
    await leader.say(`再发 ${code} 每周六 3次`)
    await post({ title, start: at('2026-12-05 09:00'), end: at('2026-12-05 12:00') })
    expect(await leader.say('是')).toContain('再发 2 次')
    expect(await leader.say('是')).toContain('发布了 2 个')
  })

  test('holidays and days worked instead are marked', async () => {
    const code = await post({ start: at('2026-09-05 09:00'), end: at('2026-09-05 12:00') })
    app.clock.set('2026-09-01T10:00:00+08:00')
    const text = await leader.say(`再发 ${code} 每周六日 12次`)
    app.clock.set('2026-11-24T10:00:00+08:00')
    expect(text).toContain('9月20日 周日 9:00-12:00（国庆节调休，要上班）')
  })

  test('26 at once are the most', async () => {
    const code = await post()
    expect(await leader.say(`再发 ${code} 每周六 27次`)).toContain('一次最多发 26 个')
    expect(await leader.say('每周六到2028年1月1日')).toContain('一次最多发 26 个')
    expect(await leader.say('每周六 26次')).toContain('……还有 20 次')
  })
})

describe('发布 as a series', () => {
  test('is shown whole and posted after 是', async () => {
    const text = await leader.say('发布 清洁海滩 | 环保服务 | 每周六9:00-12:00 到12月12日 | 大梅沙 | 20人')
    expect(text).toBe(
      [
        '请核对：',
        '清洁海滩（环保服务，南园队）',
        '共 3 次：',
        '11月28日 周六 9:00-12:00',
        '12月5日 周六 9:00-12:00',
        '12月12日 周六 9:00-12:00',
        '大梅沙，20人',
        '对的话回复「是」，就发布。',
      ].join('\n'),
    )
    expect(await leader.say('是')).toContain('发布了 3 个')
    expect(await app.store.activities.model.countDocuments({ title: '清洁海滩', places: 20 })).toBe(3)
  })

  test('clock times and the end are asked for; a day of today that is past is left out and said', async () => {
    expect(await leader.say('发布 晨练 | 老人服务 | 每天 | 公园 | 5人')).toContain('每次几点到几点？')
    expect(await leader.say('8:00-9:00')).toContain('发几次')
    const text = await leader.say('3次')
    expect(text).toContain('共 2 次')
    expect(text).toContain('已经过去，不发：11月24日 周二')
    expect(await leader.say('是')).toContain('发布了 2 个')
  })
})

test('in English', async () => {
  const code = await post()
  await app.store.identities.model.updateOne({ _id: leader.identity }, { locale: 'en' })
  expect(await leader.say(`repost ${code} every Saturday 2 times`)).toBe(
    `${code} 探访${titles} again, 2 times (福利院, 10 places each):\n5 Dec Sat 9:00-12:00\n12 Dec Sat 9:00-12:00\nAnswer "yes" and it is posted.`,
  )
  expect(await leader.say('yes')).toContain(`Posted 2: ${after(code, 1)}-${after(code, 2)} 探访${titles}`)
})

test('killed after any write and run again, a series is there once, with the same codes', async () => {
  const desk = await openCommandStore()
  const by = await desk.person('王队长', [{ role: 'leader', scope: { kind: 'team', name: '南园队' } }])
  const now = at('2026-11-24 10:00')
  const spans = ['2026-12-05', '2026-12-12', '2026-12-19'].map((day) => ({
    start: at(`${day} 09:00`).getTime(),
    end: at(`${day} 12:00`).getTime(),
  }))
  for (let calls = 1; calls < 40; calls++) {
    const code = await desk.activity({ title: `第${calls}次` })
    const say = (store?: ReturnType<typeof crashingStore>) =>
      desk.run(
        runRepost,
        { code, spans, confirm: true },
        { by, now, key: `m-${calls}`, ...(store && { store }) },
      )
    let crashed = false
    try {
      await say(crashingStore(desk.store, { at: calls, after: calls % 2 === 0 }))
    } catch (error) {
      if (!(error instanceof Crash)) throw error
      crashed = true
    }
    const [first, again] = [await say(), await say()]
    expect(first.text).toContain('发布了 3 个')
    expect(again).toEqual(first)
    expect(await desk.store.activities.model.countDocuments({ title: `第${calls}次` })).toBe(4)
    if (!crashed) break
    expect(calls).toBeLessThan(39)
  }
  await desk.close()
})
