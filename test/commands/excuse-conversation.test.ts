import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAgree } from '../../src/commands/agree/run.ts'
import { runRequestExcuse } from '../../src/commands/request-excuse/run.ts'
import { startApp, type App } from '../support/app.ts'
import { at, openCommandStore } from '../support/command-store.ts'
import { postActivity } from '../support/post-activity.ts'

// 请假 and 晚到. It is Tuesday, 24 November 2026, 10:00 in Shanghai.

const tuesday = '2026-11-24T10:00:00+08:00'
let app: App
let leader: Awaited<ReturnType<App['withRole']>>
let worker: Awaited<ReturnType<App['withRole']>>
beforeAll(async () => {
  app = await startApp({ now: tuesday })
  leader = await app.withRole('leader', '王队长')
  worker = await app.withRole('socialWorker', '陈社工')
})
afterAll(() => app.stop())

const post = (said: Parameters<typeof postActivity>[1] = {}) =>
  postActivity(app.store, { responsible: worker.number, ...said })
const rowOf = (code: string, person: { number: string }) => app.store.signups.find(code, person.number)
const requestIn = (text: string) => /Q\d+/.exec(text)?.[0] ?? ''
const saturday = '11月28日 周六 9:00-12:00'

describe('请假', () => {
  test('waits no longer once the person has a place again; the rest still waits', async () => {
    const [one, other] = [
      await post({ places: 3 }),
      await post({ places: 3, start: at('2026-12-05 09:00'), end: at('2026-12-05 12:00') }),
    ]
    const wu = await app.somebody('吴九')
    for (const code of [one, other]) await wu.say(`报名 ${code}`)
    const moot = requestIn(await wu.say(`请假 ${one} 要加班`))
    const waits = requestIn(await wu.say(`请假 ${other} 回老家`))
    expect(await leader.say('待核')).toContain(moot)
    await wu.say(`报名 ${one}`)
    const listed = await leader.say('待核')
    expect(listed).toContain(waits)
    expect(listed).not.toContain(moot)
    expect(await app.store.requests.find(moot)).toMatchObject({ open: false })
    expect((await rowOf(one, wu))?.state).toBe('confirmed')
    await leader.say(`同意 ${waits}`)
  })

  test('frees the place at once, which is offered, and the leader’s word makes it excused', async () => {
    const code = await post({ places: 1 })
    const [zhang, next] = [await app.somebody('张三'), await app.somebody('后补')]
    await zhang.say(`报名 ${code}`)
    await next.say(`报名 ${code}`)
    const asked = await zhang.says(`请假 ${code} 发烧了，要去医院`)
    const request = requestIn(asked.direct)
    expect(asked.direct).toBe(
      `已替你请假（${request}）：${code} 探访老人 ${saturday}。名额先让出来了，有答复马上告诉你。`,
    )
    expect(asked.others).toEqual([
      {
        to: leader.user,
        text: `${request}：张三 ${zhang.number} 请 ${code} 探访老人 的假：发烧了，要去医院。回复「同意 ${request}」或「不同意 ${request} 原因」。`,
      },
      { to: worker.user, text: expect.stringContaining(`张三（${zhang.number}）取消了 ${code}`) },
    ])
    expect(await rowOf(code, zhang)).toMatchObject({ state: 'cancelled' })
    await next.hears('有名额了：')
    expect(await leader.say('待核')).toContain(`${request} 张三`)
    expect(await leader.say(`同意 ${request}`)).toBe(`已准假：${code} 张三，已告诉本人。`)
    expect(await zhang.hears('准假了')).toContain('不算临时取消，也不算缺席')
    expect(await rowOf(code, zhang)).toMatchObject({ state: 'excused' })
  })

  test('late, it says what the word is for; refused, it stays late', async () => {
    const code = await post({ start: at('2026-11-24 18:00'), end: at('2026-11-24 20:00') })
    const li = await app.somebody('李四')
    await li.say(`报名 ${code}`)
    const text = await li.say(`请假 ${code} 加班`)
    expect(text).toContain('准了就不算临时取消')
    const request = requestIn(text)
    expect(await leader.say(`不同意 ${request} 人手不够`)).toContain('没有准')
    expect(await li.hears('的假没有准')).toContain('人手不够')
    const row = await rowOf(code, li)
    expect([row?.state, row?.steps.at(-1)?.late]).toEqual(['cancelled', true])
  })

  test('what was cancelled before can be asked about, once; a reason is asked for', async () => {
    const code = await post({ start: at('2026-11-24 18:00'), end: at('2026-11-24 20:00') })
    const wang = await app.somebody('王五')
    await wang.say(`报名 ${code}`)
    expect(await wang.say(`取消 ${code}`)).toContain(`有原因就说「请假 ${code} 原因」，准了就不算。`)
    expect(await wang.say(`请假 ${code}`)).toBe(`${code} 为什么来不了？写一句原因，会告诉队长。`)
    const request = requestIn(await wang.say('孩子病了'))
    expect(await wang.say(`请假 ${code} 孩子病了`)).toContain(`已经在等答复了（${request}）`)
  })

  test('准假 by the leader is the same word; the request changes nothing more', async () => {
    const code = await post()
    const zhao = await app.somebody('赵六')
    await zhao.say(`报名 ${code}`)
    const request = requestIn(await zhao.say(`请假 ${code} 出差`))
    expect(await leader.say(`准假 ${code} 赵六`)).toContain('已准假')
    expect(await leader.say(`同意 ${request}`)).toBe(`赵六 在 ${code} 已准假，没有改动。`)
  })

  test('an excuse for a place that was taken again in between touches nothing', async () => {
    const code = await post()
    const sun = await app.somebody('孙七')
    await sun.say(`报名 ${code}`)
    const request = requestIn(await sun.say(`请假 ${code} 出差`))
    await sun.say(`报名 ${code}`)
    expect(await leader.say(`同意 ${request}`)).toBe(`孙七 在 ${code} 已报名，没有改动。`)
    expect(await rowOf(code, sun)).toMatchObject({ state: 'confirmed' })
  })

  test('somebody else’s name is no reason', async () => {
    const code = await post()
    await leader.say(`报名 ${code}`)
    expect(await leader.say(`请假 ${code} 赵六`)).toContain(`准假 ${code} 姓名`)
    expect(await rowOf(code, leader)).toMatchObject({ state: 'confirmed' })
  })

  test('without a place there is nothing to be excused from', async () => {
    const code = await post({ places: 1 })
    const [one, two] = [await app.somebody('周八'), await app.somebody('吴九')]
    await one.say(`报名 ${code}`)
    await two.say(`报名 ${code}`)
    expect(await two.say(`请假 ${code} 出差`)).toContain('已退出候补，不用请假')
    expect(await (await app.somebody('郑十')).say(`请假 ${code} 出差`)).toContain('没有报名')
    const stranger = await app.somebody('白十一')
    expect(await stranger.say(`请假 ${code}`)).toBe(
      `你没有报名 ${code}，不用请假。说「我的班次」看看自己报了哪些。`,
    )
    await stranger.say(`报名 ${code}`)
    expect(await stranger.say(`请假 ${code}`)).toBe(
      `你在 ${code} 还没有名额，不用请假。不想等了就回复「取消 ${code}」。`,
    )
    await one.say('我想请个假')
    expect(await one.say('是')).toContain('请哪个活动的假')
    expect(await one.say(code)).toContain('写一句原因')
  })

  test('nobody excuses themselves', async () => {
    const code = await post({ start: at('2026-11-29 09:00'), end: at('2026-11-29 12:00') })
    await leader.say(`报名 ${code}`)
    const asked = await leader.says(`请假 ${code} 开会`)
    expect(asked.others.map(({ to }) => to)).not.toContain(leader.user)
    expect(await leader.say(`同意 ${requestIn(asked.direct)}`)).toContain('是你自己的')
    expect(await worker.say(`同意 ${requestIn(asked.direct)}`)).toContain('已准假')
  })

  test('in English', async () => {
    const code = await post()
    const mary = await app.registered('mary', 'Mary Smith')
    await app.store.identities.model.updateOne({ _id: mary.identity }, { locale: 'en' })
    await mary.say(`signup ${code}`)
    expect(await mary.say(`request-excuse ${code} I am ill`)).toMatch(
      /^Excuse asked for \(Q\d+\): .*Your place goes to others/,
    )
    expect(await mary.say(`excuse me ${code} Mary Jones`)).toContain('I changed nothing')
  })

  test('the same message again gives the same answer, also after the word was given', async () => {
    const desk = await openCommandStore()
    const by = await desk.person('张三')
    const boss = await desk.person('王队长', [{ role: 'leader', scope: { kind: 'team', name: '南园队' } }])
    const code = await desk.activity({ taken: 1 })
    await desk.signUp(code, by)
    const now = at('2026-11-24 10:00')
    const say = () => desk.run(runRequestExcuse, { code, reason: '发烧' }, { by, now, key: 'ask' })
    const first = await say()
    expect(await say()).toEqual(first)
    const agree = () => desk.run(runAgree, { code: requestIn(first.text) }, { by: boss, now, key: 'agree' })
    const agreed = await agree()
    expect(await agree()).toEqual(agreed)
    expect(await desk.store.activities.find(code)).toMatchObject({ taken: 0 })
    const [sealed] = await desk.store.requests.model.find().lean()
    expect(JSON.stringify(sealed)).not.toContain('发烧')
    await desk.close()
  })
})

describe('取消 after the start', () => {
  test('says that it has begun', async () => {
    const code = await post({ start: at('2026-11-24 12:00'), end: at('2026-11-24 14:00') })
    const one = await app.somebody('冯一')
    await one.say(`报名 ${code}`)
    app.clock.set('2026-11-24T12:30:00+08:00')
    expect(await one.say(`取消 ${code}`)).toContain('活动已经开始了，记为临时取消。')
    app.clock.set(tuesday)
  })
})

describe('晚到', () => {
  test('tells the leader, stands on the list, and keeps the place', async () => {
    const code = await post()
    const chen = await app.somebody('陈二')
    await chen.say(`报名 ${code}`)
    const said = await chen.says(`晚到 ${code} 10分钟 堵车`)
    expect(said.direct).toBe(`好的，${code} 晚到 10分钟，已告诉队长。名额给你留着，路上小心。`)
    expect(said.others).toEqual([
      {
        to: leader.user,
        text: `陈二（${chen.number}）晚到 10分钟：${code} 探访老人 ${saturday}。原因：堵车`,
      },
    ])
    expect(await leader.say(`名单 ${code}`)).toContain(`1. 陈二 ${chen.number} 晚到 10分钟`)
    expect(await app.store.activities.find(code)).toMatchObject({ taken: 1 })
    await chen.say(`取消 ${code}`)
    app.clock.forward(60_000)
    await chen.say(`报名 ${code}`)
    expect(await leader.say(`名单 ${code}`)).not.toContain('晚到')
    app.clock.set(tuesday)
  })

  test('asks how long, means what is on today, and takes everyday words', async () => {
    const code = await post({ start: at('2026-11-24 11:00'), end: at('2026-11-24 13:00') })
    const wei = await app.somebody('卫三')
    await wei.say(`报名 ${code}`)
    expect(await wei.say('晚到')).toBe(`${code} 大概晚多久？例如「10分钟」。`)
    expect(await wei.say('20')).toContain('晚到 20分钟')
    expect(await wei.say('我要晚一点到，15分钟左右')).toContain('你是想「晚到')
    expect(await wei.say(`晚到 ${code} 3小时`)).toContain('已经结束了')
    expect(await (await app.somebody('蒋四')).say(`晚到 ${code} 10分钟`)).toContain('没有名额')
    await app.store.identities.model.updateOne({ _id: wei.identity }, { locale: 'en' })
    expect(await wei.say(`late ${code} 10 minutes`)).toContain('your place is kept')
  })
})
