import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'

// A new phone, and the old chat account is gone: a social worker vouches. It is Tuesday, 24 November 2026, 10:00.

let app: App
let social: Awaited<ReturnType<App['withRole']>>
let admin: Awaited<ReturnType<App['admin']>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
  admin = await app.admin()
  await admin.say('队 新建 南园队')
  social = await app.withRole('socialWorker', '李社工')
})
afterAll(() => app.stop())

const requestIn = (answer: string) => /Q\d+/.exec(answer)?.[0] ?? answer

describe('换号', () => {
  test('the social worker of the team vouches; the old chat is told at once and is theirs no longer afterwards', async () => {
    const old = await app.withRole('volunteer', '张三')
    const phone = app.person('zhang-new', '三儿')
    expect(await phone.say('换号')).toContain('你原来的义工号是多少？')
    expect(await phone.say(old.number)).toBe('你登记时的姓名是？')
    const asked = await phone.says('张三')
    const request = requestIn(asked.here)
    expect(asked.here).toBe(
      `已替你申请换号（${request}）。社工核实是你本人后，这个账号才会生效，到时我告诉你。你原来的账号也收到了通知。`,
    )
    expect(asked.others).toEqual([
      {
        to: social.user,
        text: `${request}：张三 ${old.number} 要换到新的聊天账号（显示名「三儿」），请先打电话或当面确认是本人。回复「同意 ${request}」或「不同意 ${request} 原因」。`,
      },
      {
        to: old.user,
        text: '有人用另一个聊天账号（显示名「三儿」）说是你，要把你的登记换过去。\n不是你的话，马上回复「换号 不是我」。',
      },
    ])
    // Nothing has changed yet.
    expect(await phone.say('我')).toContain('先登记')
    expect(await old.say('我')).toContain('张三')
    expect(await phone.say(`换号 ${old.number} 张三`)).toContain('已经申请换号了')

    const code = /[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(await old.say('关联'))?.[0] ?? ''
    const agreed = await social.says(`同意 ${request}`)
    expect(agreed.here).toBe(`张三 ${old.number} 已换到新账号，原来的账号不能再用，都已通知。`)
    expect(agreed.others.map(({ to }) => to)).toEqual([phone.user, old.user])
    expect(await phone.say('我')).toContain(`张三，义工号 ${old.number}`)
    expect(await old.say('我')).toContain('先登记')
    // A code the old chat had got before does not bring it back.
    expect(await old.say(`关联 ${code}`)).toContain('关联码不对')
    expect(await admin.say('审计 5')).toContain(`同意`)
  })

  test('the old chat objects: nothing is changed, and whoever was to vouch hears of it', async () => {
    const old = await app.withRole('volunteer', '李四')
    const thief = app.person('thief', '小李')
    const request = requestIn(await thief.say(`换号 ${old.number} 李四`))
    const stopped = await old.says('换号 不是我')
    expect(stopped.here).toBe('好的，已经拦下，没有换号。你的账号照常用；我也告诉了社工。')
    expect(stopped.others).toEqual([
      { to: thief.user, text: '这次没有换成。有疑问请直接联系你的社工。' },
      {
        to: social.user,
        text: `李四 ${old.number} 说换号申请 ${request} 不是本人要的，已经拦下。请提醒对方注意账号安全。`,
      },
    ])
    expect(await social.say(`同意 ${request}`)).toContain('已经有答复了')
    expect(await thief.say('我')).toContain('先登记')
    expect(await old.say('换号 不是我')).toBe('没有等着你确认的换号，没有改动。')
  })

  test('number and name must belong together, and a stranger has few tries', async () => {
    const old = await app.withRole('volunteer', '王五')
    const stranger = app.person('stranger')
    expect(await stranger.say(`换号 ${old.number} 王六`)).toContain('对不上')
    expect(await stranger.say('换号 V999999 王五')).toBe(
      'V999999 和「王五」对不上，请核对后再说一次「换号 义工号」，或者联系社工。',
    )
    for (let n = 0; n < 3; n++) await stranger.say(`换号 V99999${n} 王五`)
    expect(await stranger.say(`换号 ${old.number} 王五`)).toContain('今天试的次数太多了')
    expect(old.heard().join()).not.toContain('另一个聊天账号')
  })

  test('nobody vouches for themselves, and only an admin for a social worker', async () => {
    const phone = app.person('li-new', '李社工')
    const request = requestIn(await phone.say(`换号 ${social.number} 李社工`))
    const other = await app.withRole('socialWorker', '何社工')
    expect(await other.say(`同意 ${request}`)).toContain('没有等你答复的')
    const refused = await admin.says(`不同意 ${request} 打电话没有找到本人`)
    expect(refused.here).toBe(`没有给 李社工 ${social.number} 换号，已告诉申请的账号。`)
    expect(await phone.hears('这次没有换成')).toContain('打电话没有找到本人')

    const boss = requestIn(await app.person('chen-new').say(`换号 ${admin.number} 陈主任`))
    expect(await admin.say(`同意 ${boss}`)).toBe(`${boss} 是你自己的，要由别人来答复。`)
  })

  test('who registered meanwhile is not joined', async () => {
    const old = await app.withRole('volunteer', '赵六')
    const phone = app.person('zhao-new')
    const request = requestIn(await phone.say(`换号 ${old.number} 赵六`))
    await phone.say('注册 赵六 1990')
    await phone.say('跳过')
    await phone.say('同意')
    expect(await phone.say(`换号 ${old.number} 赵六`)).toContain('已经登记为')
    expect(await social.say(`同意 ${request}`)).toContain('没有换成')
    expect(await old.say('我')).toContain(old.number)
  })

  test('in English', async () => {
    const old = await app.withRole('volunteer', 'Amy')
    await old.say('lang en')
    const phone = app.person('amy-new', 'Ames')
    await phone.say('lang en')
    expect((await phone.says(`new-chat ${old.number}`, { room: 'r-1', mention: true })).here).not.toContain(
      'name',
    )
    expect(await phone.say(`new-chat ${old.number}`)).toBe('What name did you register with?')
    const request = requestIn(await phone.say('Amy'))
    expect(await old.hears('new-chat not me')).toContain('shown as “Ames”')
    await social.say('lang en')
    expect(await social.say(`agree ${request}`)).toContain('Both have been told.')
    expect(await phone.hears('This chat is you')).toContain(old.number)
    expect(await old.hears('does not speak for you any more')).toContain('tell a social worker')
  })
})
