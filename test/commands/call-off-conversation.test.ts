import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { at } from '../support/command-store.ts'
import { postActivity } from '../support/post-activity.ts'
import { until } from '../support/until.ts'

// Calling an activity off, on the real path. It is Tuesday, 24 November 2026, 10:00 in Shanghai.

let app: App
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
})
afterAll(() => app.stop())

const somebody = (name: string) => app.somebody(name)

const worker = (name: string, team?: string) => app.withRole('socialWorker', name, team)

const saturday = '11月28日 周六 9:00-12:00'

describe('停办', () => {
  test('asks first, then tells who is signed up and who waits, and releases their time', async () => {
    const wang = await worker('王社工')
    const code = await postActivity(app.store, { places: 1, responsible: wang.number })
    const [zhang, li] = [await somebody('张三'), await somebody('李四')]
    await zhang.say(`报名 ${code}`)
    await li.say(`报名 ${code}`)
    await li.say('是')
    expect((await app.store.activities.find(code))?.waiting).toHaveLength(1)
    const asked = await wang.says(`停办 ${code} 台风来了`)
    expect(asked.direct).toBe(
      `要停办 ${code} 探访老人 ${saturday}，原因：台风来了。\n会告诉 1 位已报名、1 位候补的人，名额全部放开。\n回复「是」就停办。`,
    )
    expect(asked.quickReplies).toEqual(['是', '不'])
    expect((await app.store.activities.find(code))?.state).toBe('open')
    const done = await wang.says('是')
    expect(done.direct).toBe(`${code} 已停办，正在告诉 2 人。`)
    const told = `${code} 探访老人 ${saturday} 停办了，原因：台风来了。不用来了，谢谢你。回复「活动」看看别的。`
    expect(done.others.toSorted((a, b) => a.to.localeCompare(b.to))).toEqual([
      { to: zhang.user, text: told },
      { to: li.user, text: told },
    ])
    expect(await app.store.activities.find(code)).toMatchObject({
      state: 'cancelled',
      taken: 0,
      waiting: [],
      calledOff: { by: wang.number, reason: '台风来了' },
    })
    expect((await app.store.people.find(zhang.number))?.commitments).toEqual([])
    expect(await li.say(`报名 ${code}`)).toBe(`${code} 已经停办了。回复「活动」看看别的。`)
    expect(await wang.say(`停办 ${code} 台风来了`)).toBe(
      `${code} 已经停办了，不能再改。要再办就说「再发 ${code}」。`,
    )
  })

  test('who has checked in is sent home, and what they did counts', async () => {
    const chen = await worker('陈社工')
    const code = await postActivity(app.store, {
      responsible: chen.number,
      start: at('2026-11-24 10:00'),
      end: at('2026-11-24 12:00'),
    })
    const one = await somebody('到场者')
    await one.say(`报名 ${code}`)
    await one.say(`签到 ${code}`)
    app.clock.forward(40 * 60_000)
    expect((await chen.says(`停办 ${code} 雷暴`)).direct).toContain('会告诉 1 位已报名')
    const done = await chen.says('是')
    expect(done.direct).toBe(`${code} 已停办，正在告诉 1 人。`)
    expect(done.others).toEqual([
      {
        to: one.user,
        text: `${code} 探访老人 11月24日 周二 10:00-12:00 现在停办了，原因：雷暴。走之前说「签退 ${code}」，做过的时间照记，谢谢你。`,
      },
    ])
    expect(await one.say(`签退 ${code}`)).toContain('待核实')
    app.clock.set('2026-11-24T10:00:00+08:00')
  })

  test('an offer ends too, and the place is offered to nobody else', async () => {
    const wang = await worker('何社工')
    const code = await postActivity(app.store, { places: 1 })
    const [first, second, third] = [await somebody('甲一'), await somebody('乙二'), await somebody('丙三')]
    await first.say(`报名 ${code}`)
    for (const one of [second, third]) {
      await one.say(`报名 ${code}`)
      await one.say('是')
    }
    await first.say(`取消 ${code}`)
    await second.hears(code)
    await until(async () => {
      const row = await app.store.signups.find(code, second.number)
      return row?.state === 'offered' ? row : undefined
    }, 'the offer')
    await wang.say(`停办 ${code} 场地维修`)
    await wang.say('确认')
    expect(await app.store.activities.find(code)).toMatchObject({ taken: 0, holds: [], waiting: [] })
    expect(await second.say(`1 ${code}`)).not.toContain('报名成功')
    expect((await app.store.signups.find(code, third.number))?.state).toBe('cancelled')
  })

  test('the reason is asked for, and 好 is not enough', async () => {
    const wang = await worker('周社工')
    const code = await postActivity(app.store)
    expect(await wang.say(`停办${code}`)).toBe(`为什么停办 ${code}？写一句原因，我会告诉大家。`)
    expect(await wang.say('人手不够')).toContain('原因：人手不够')
    await wang.say('好')
    expect((await app.store.activities.find(code))?.state).toBe('open')
    expect(await wang.say('不')).toBe('好的，没有改动。')
  })

  test('is for whoever leads its team, before the question and again at 是', async () => {
    const code = await postActivity(app.store)
    const [other, own, volunteer] = [
      await worker('外社工', '华强队'),
      await worker('内社工'),
      await somebody('赵六'),
    ]
    expect(await other.say(`停办 ${code} 台风`)).toBe(`${code} 由南园队的队长或社工负责，请联系他们。`)
    expect(await volunteer.say(`停办 ${code} 台风`)).toContain('这件事由队长或社工来做')
    await own.say(`停办 ${code} 台风`)
    await app.store.people.model.updateOne({ _id: own.number }, { grants: [] })
    expect(await own.say('是')).toContain('这件事由队长或社工来做')
    expect((await app.store.activities.find(code))?.state).toBe('open')
  })

  test('over is over', async () => {
    const wang = await worker('钱社工')
    const code = await postActivity(app.store, { start: at('2026-11-20 09:00'), end: at('2026-11-20 12:00') })
    expect(await wang.say(`停办 ${code} 台风`)).toBe(
      `${code} 已经结束了，不能再改。要再办就说「再发 ${code}」。`,
    )
  })

  test('in a group names nobody', async () => {
    const wang = await worker('孙社工')
    const code = await postActivity(app.store)
    const zhang = await somebody('张小三')
    await zhang.say(`报名 ${code}`)
    const room = { room: 'r-1', mention: true }
    expect((await wang.says(`停办 ${code} 台风`, room)).here).not.toContain('张小三')
    expect((await wang.says('是', room)).here).toBe(`${code} 已停办，正在告诉 1 人。`)
  })

  test('a place taken while it was called off is released by the sweeper, and the person told once', async () => {
    const wang = await worker('吴社工')
    const code = await postActivity(app.store)
    const zhang = await somebody('钱七')
    await wang.say(`停办 ${code} 台风`)
    await wang.say('是')
    // As if the row had been written a moment after the activity was called off.
    await app.store.activities.model.updateOne({ _id: code }, { taken: 1 })
    const step = { key: 'late-signup', at: new Date(app.clock.now()), by: zhang.number }
    await app.store.signups.add({ activity: code, person: zhang.number, state: 'confirmed', step })
    await app.store.activities.model.updateOne({ _id: code }, { settleAt: new Date(app.clock.now()) })
    // The message that called it off is left its time first.
    app.clock.forward(61_000)
    await zhang.hears(`${code} 探访老人 ${saturday} 停办了`)
    const settled = await until(async () => {
      const activity = await app.store.activities.find(code)
      return activity?.taken === 0 ? activity : undefined
    }, 'the place to be given back')
    expect(settled.state).toBe('cancelled')
    expect((await app.store.signups.find(code, zhang.number))?.state).toBe('cancelled')
  })

  test('a call that still waits to go out is not sent', async () => {
    const wang = await worker('郑社工')
    const code = await postActivity(app.store)
    const zhang = await somebody('吴八')
    await wang.say(`停办 ${code} 台风`)
    await wang.say('是')
    const now = app.clock.now()
    await app.store.outbox.addAll([
      {
        _id: `waiting-call-${code}#0`,
        platform: 'standard',
        account: 'default',
        to: { kind: 'person', id: zhang.user },
        conversation: `standard:default:person:${zhang.user}`,
        lane: 'bulk',
        createdAt: new Date(now - 120_000),
        giveUpAt: new Date(now + 3600_000),
        broadcast: 'B9',
        person: zhang.number,
        activity: code,
        content: { text: '【召集】', quickReplies: [], mentions: [], files: [] },
      },
    ])
    const row = await until(async () => {
      const found = await app.store.outbox.find(`waiting-call-${code}#0`)
      return found?.settledAt ? found : undefined
    }, 'the call to be looked at')
    expect(row).toMatchObject({ state: 'failed', reason: 'called off' })
    expect(zhang.heard()).not.toContain('【召集】')
  })

  test('in English', async () => {
    const wang = await worker('Wang')
    const zhang = await somebody('Zhang')
    for (const one of [wang, zhang])
      await app.store.identities.model.updateOne({ _id: one.identity }, { locale: 'en' })
    const code = await postActivity(app.store, { title: 'Home visits' })
    await zhang.say(`signup ${code}`)
    expect(await wang.say(`call off ${code} typhoon`)).toMatch(
      /because: typhoon\?[^]*1 person signed up and 0 waiting/,
    )
    const done = await wang.says('yes')
    expect(done.direct).toBe(`${code} is called off. Telling 1 person.`)
    expect(done.others[0]?.text).toContain('is called off, because: typhoon')
  })
})
