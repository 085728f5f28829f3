import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Redis } from 'ioredis'
import type { Activity } from '../../src/store/activities.ts'
import { startApp, type App } from '../support/app.ts'
import { at } from '../support/command-store.ts'
import { postActivity } from '../support/post-activity.ts'
import { until } from '../support/until.ts'

// Being reminded and answering, on the real path. It is Thursday, 26 November 2026, 8:00 in Shanghai; the activity is
// on Saturday at 9:00.

let app: App
beforeEach(async () => {
  app = await startApp({ now: '2026-11-26T08:00:00+08:00' })
})
afterEach(() => app.stop())

const somebody = (name: string) => app.somebody(name)
const post = (said?: Partial<Activity>) => postActivity(app.store, said)
const saturday = '11月28日 周六 9:00-12:00'
const reminders = (heard: string[]) => heard.filter((text) => text.startsWith('提醒'))
/** Waits until no timer that is due is left. */
const rung = () =>
  until(
    async () =>
      (await app.store.timers.model.countDocuments({ due: { $lte: new Date(app.clock.now()) } })) === 0,
    'the timers to ring',
  )

describe('reminders', () => {
  test('come 24 and 2 hours before the start and are answered with 1, once more each time', async () => {
    const zhang = await somebody('张三')
    const code = await post({ bring: '水' })
    await zhang.say(`报名 ${code}`)
    app.clock.set(at('2026-11-27 09:00').getTime())
    expect(await zhang.hears('提醒')).toBe(
      `提醒：${code} 探访老人 ${saturday}，福利院。\n请带：水\n能来吗？回复：1 到 / 2 不能到。`,
    )
    expect(await zhang.say('1')).toBe(`好的，到时见：${code} 探访老人 ${saturday}，福利院。`)
    app.clock.set(at('2026-11-28 07:00').getTime())
    await until(async () => reminders(zhang.heard()).length === 2, 'the second reminder')
    expect(await zhang.say(`到 ${code}`)).toContain('到时见')
  })

  test('2 frees the place, which is offered to whoever waits, and the social worker hears of it', async () => {
    const [wang, zhang, li] = [await somebody('王社工'), await somebody('张三'), await somebody('李四')]
    const code = await post({ places: 1, responsible: wang.number })
    await zhang.say(`报名 ${code}`)
    await li.say(`报名 ${code}`)
    app.clock.set(at('2026-11-27 09:00').getTime())
    await zhang.hears('提醒')
    expect(reminders(li.heard())).toEqual([])
    expect(await zhang.say('去不了了')).toBe(`已取消 ${code} 探访老人 ${saturday}，谢谢告诉我们。`)
    await li.hears('有名额了')
    expect(await wang.hears('取消了')).toContain('张三')
    expect(await li.say('1')).toContain('名额是你的了')
    app.clock.set(at('2026-11-28 07:00').getTime())
    await li.hears('提醒')
    expect(reminders(zhang.heard())).toHaveLength(1)
  })

  test('with two open, 1 is asked back and 1 with the code answers', async () => {
    const zhang = await somebody('张三')
    const [first, second] = [
      await post(),
      await post({ start: at('2026-11-28 14:00'), end: at('2026-11-28 16:00') }),
    ]
    await zhang.say(`报名 ${first}、${second}`)
    app.clock.set(at('2026-11-27 14:00').getTime())
    await until(async () => reminders(zhang.heard()).length === 2, 'both reminders')
    expect(await zhang.say('1')).toContain(`1 ${first}、1 ${second}`)
    expect(await zhang.say(`2 ${second}`)).toContain(`已取消 ${second}`)
    expect(await zhang.say('1')).toContain(`到时见：${first}`)
    expect(await zhang.say('收到')).not.toContain('到时见')
  })

  test('whoever signs up late gets what is still ahead; whoever cancels gets none and is asked nothing', async () => {
    const [zhang, li] = [await somebody('张三'), await somebody('李四')]
    const code = await post()
    await li.say(`报名 ${code}`)
    await li.say(`取消 ${code}`)
    app.clock.set(at('2026-11-27 10:00').getTime())
    await rung()
    await zhang.say(`报名 ${code}`)
    app.clock.set(at('2026-11-28 07:00').getTime())
    await zhang.hears('提醒')
    expect(reminders(zhang.heard())).toHaveLength(1)
    await zhang.say(`取消 ${code}`)
    expect(await zhang.say('1')).not.toContain('到时见')
    expect(reminders(li.heard())).toEqual([])
  })

  test('follow a plan that was put off, and stop when the activity is called off', async () => {
    const zhang = await somebody('张三')
    const [later, off] = [
      await post(),
      await post({ start: at('2026-11-28 14:00'), end: at('2026-11-28 16:00') }),
    ]
    await zhang.say(`报名 ${later}、${off}`)
    await app.store.activities.model.updateOne(
      { _id: later },
      { $set: { start: at('2026-11-29 09:00'), end: at('2026-11-29 12:00') } },
    )
    await app.store.activities.model.updateOne({ _id: off }, { $set: { state: 'cancelled' } })
    app.clock.set(at('2026-11-27 20:00').getTime())
    await rung()
    expect(reminders(zhang.heard())).toEqual([])
    app.clock.set(at('2026-11-28 09:00').getTime())
    expect(await zhang.hears('提醒')).toContain(`${later} 探访老人 11月29日 周日`)
  })

  test('survive an emptied Redis and a restart', async () => {
    const zhang = await somebody('张三')
    const code = await post()
    await zhang.say(`报名 ${code}`)
    const redis = new Redis(app.env.REDIS_URL)
    const keys = await redis.keys(`${app.env.REDIS_PREFIX}*`)
    if (keys.length > 0) await redis.del(keys)
    await redis.quit()
    await app.restart()
    app.clock.set(at('2026-11-27 09:00').getTime())
    await zhang.hears('提醒')
    expect(await zhang.say('到')).toContain('到时见')
  })

  test('one that is too late is not sent but counted, and the social worker hears of it', async () => {
    const [wang, zhang] = [await somebody('王社工'), await somebody('张三')]
    const code = await post({ responsible: wang.number })
    await zhang.say(`报名 ${code}`)
    app.clock.set(at('2026-11-28 09:30').getTime())
    expect(await wang.hears('没能按时送到')).toBe(
      `${code} 探访老人 ${saturday} 有 1 人的提醒没能按时送到，请另外联系。回复「名单 ${code}」看是谁。`,
    )
    await rung()
    expect(reminders(zhang.heard())).toEqual([])
    const metrics = await (await fetch(`${app.url}/metrics`)).text()
    expect(metrics).toContain('liandong_reminders_total{result="missed"} 2')
  })

  test('one that the platform kept back until after the start is not delivered any more', async () => {
    const zhang = await somebody('张三')
    const code = await post()
    await zhang.say(`报名 ${code}`)
    const keptBack = app.receiver.answerBadly(503, 1, { 'retry-after': '2' })
    app.clock.set(at('2026-11-27 09:00').getTime())
    await keptBack
    const rows = (state: 'queued' | 'failed', reason: string) => {
      const ofReminder = { _id: { $regex: '^remind-day' } }
      return app.store.outbox.model.countDocuments({ ...ofReminder, state, reason: { $regex: reason } })
    }
    await until(async () => (await rows('queued', 'wait')) === 1, 'the reminder to be put off')
    app.clock.set(at('2026-11-28 10:00').getTime())
    await until(async () => (await rows('failed', '^too late$')) === 1, 'the reminder to be given up')
    expect(reminders(zhang.heard())).toEqual([])
  })

  test('in English for whoever speaks it', async () => {
    const amy = await somebody('Amy')
    await app.store.identities.setLocale(amy.identity, 'en')
    const code = await post()
    await amy.say(`signup ${code}`)
    app.clock.set(at('2026-11-27 09:00').getTime())
    expect(await amy.hears('Reminder')).toBe(
      `Reminder: ${code} 探访老人 28 Nov Sat 9:00-12:00, 福利院.\nWill you come? Answer: 1 yes / 2 I cannot.`,
    )
    expect(await amy.say('yes')).toBe(`Good, see you there: ${code} 探访老人 28 Nov Sat 9:00-12:00, 福利院.`)
  })
})
