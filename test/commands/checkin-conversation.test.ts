import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Activity } from '../../src/store/activities.ts'
import { startApp, type App } from '../support/app.ts'
import { at } from '../support/command-store.ts'
import { postActivity } from '../support/post-activity.ts'

// Coming and going, on the real path. It is Saturday, 28 November 2026, 8:45 in Shanghai; the activity begins at 9:00.

let app: App
beforeEach(async () => {
  app = await startApp({ now: '2026-11-28T08:45:00+08:00' })
})
afterEach(() => app.stop())

const somebody = (name: string) => app.somebody(name)
const post = (said?: Partial<Activity>) => postActivity(app.store, said)

/** Somebody with a place, and where. */
async function confirmed(said?: Partial<Activity>) {
  const code = await post(said)
  const zhang = await somebody('张三')
  await zhang.say(`报名 ${code}`)
  return { code, zhang }
}

const socialWorker = (name = '王社工') => app.withRole('socialWorker', name)

describe('签到', () => {
  test('says when, and how to leave; a second time changes nothing', async () => {
    const { code, zhang } = await confirmed()
    expect(await zhang.says(`签到${code}`)).toMatchObject({
      direct: `签到成功：${code} 探访老人，11月28日 周六 8:45。走的时候说「签退 ${code}」。`,
      quickReplies: [`签退 ${code}`],
    })
    expect(await zhang.say(`打卡 ${code}`)).toBe(`${code} 你已经签到了，不用再签。`)
    const row = await app.store.signups.find(code, zhang.number)
    expect(row?.steps.map(({ state }) => state)).toEqual(['confirmed', 'arrived'])
  })

  test('without a code means the only one that is open, or asks', async () => {
    const { code, zhang } = await confirmed()
    const later = await post({ start: at('2026-11-28 13:00'), end: at('2026-11-28 15:00') })
    await zhang.say(`报名 ${later}`)
    expect(await zhang.say('报到')).toContain(`签到成功：${code}`)
    expect(await zhang.say('签到')).toBe('现在没有你可以签到的活动。回复「我的班次」看看报了哪些。')
  })

  test('is open from 30 minutes before the start until the end', async () => {
    const { code, zhang } = await confirmed({ start: at('2026-11-28 10:00') })
    expect(await zhang.say(`签到 ${code}`)).toBe(`${code} 还不能签到，11月28日 周六 9:30 起可以。`)
    app.clock.set(at('2026-11-28 12:01').getTime())
    expect(await zhang.say(`签到 ${code}`)).toContain('已经结束了')
  })

  test('is for those with a place; others are told what to do', async () => {
    const { code, zhang } = await confirmed({ places: 1 })
    const [li, wang] = [await somebody('李四'), await somebody('王五')]
    await li.say(`报名 ${code}`)
    expect(await li.say(`签到 ${code}`)).toContain('你还在')
    expect(await wang.say(`签到 ${code}`)).toContain(`先说「报名 ${code}」`)
    expect(await zhang.say(`签到 ${code}`)).toContain('签到成功')
    expect(await wang.say('签到 A9999')).toContain('没有找到活动')
  })

  test('with a code of the day: asked for, kindly refused, taken', async () => {
    const { code, zhang } = await confirmed()
    const wang = await socialWorker()
    const told = await wang.says(`签到码 ${code}`, { room: 'r-1' })
    expect(told.here).toBe('已私信给你。')
    const pin = /签到码是 (\d{4})/.exec(told.direct)?.[1] ?? ''
    expect(await wang.say(`签到码 ${code}`)).toContain(`签到码是 ${pin}。`)
    expect(await zhang.say(`签到码 ${code}`)).toContain('这件事由社工来做')
    const wrong = pin === '1234' ? '4321' : '1234'
    expect(await zhang.say(`签到 ${code}`)).toBe(`${code} 要签到码，就在现场。请回复那四个数字。`)
    expect(await zhang.say(wrong)).toBe(`${code} 的签到码不对，请再看看现场写的四个数字，回复给我。`)
    expect(await zhang.say(pin)).toContain(`签到成功：${code}`)
  })

  test('in a group says no more than that it worked, and is no answer to chatter', async () => {
    const { code, zhang } = await confirmed()
    expect((await zhang.says('签到表在谁那', { room: 'r-1' })).here).toBe('')
    const said = await zhang.says(`签到 ${code}`, { room: 'r-1' })
    expect(said.here).toContain(`签到成功：${code}`)
    expect(said.here).not.toContain('张三')
  })
})

describe('签退', () => {
  test('notes the time in the plan, less rest, with the evidence', async () => {
    const { code, zhang } = await confirmed({ restMinutes: 10 })
    await zhang.say(`签到 ${code}`)
    app.clock.set(at('2026-11-28 11:30').getTime())
    const said = await zhang.say(`签退 ${code}`)
    expect(said).toMatch(
      new RegExp(
        `^签退好了：${code} 11月28日 周六 9:00-11:30，记 2小时20分（140 分钟，H\\d+），待核实。辛苦了！$`,
      ),
    )
    const line = await app.store.hours.find(/H\d+/.exec(said)?.[0] ?? '')
    expect(line).toMatchObject({
      claimed: 140,
      planned: 170,
      minutes: 140,
      state: 'pending',
      attended: { minutes: 140 },
    })
    expect(line?.attended?.out?.getTime()).toBeGreaterThanOrEqual(at('2026-11-28 11:30').getTime())
    expect(await zhang.say(`签退 ${code}`)).toContain('你已经记过了')
    expect(await app.store.signups.find(code, zhang.number)).toMatchObject({ state: 'completed' })
  })

  test('the same message twice makes one line', async () => {
    const { code, zhang } = await confirmed()
    await zhang.say(`签到 ${code}`)
    app.clock.set(at('2026-11-28 12:10').getTime())
    await zhang.says('签退', { id: 'once' })
    await zhang.send('签退', { id: 'once' })
    expect(await zhang.say('时长 本月')).toContain('待核实：3小时')
    expect(await app.store.hours.model.countDocuments({ person: zhang.number })).toBe(1)
  })

  test('before check-in, before the start, and long after the end says what to do', async () => {
    const { code, zhang } = await confirmed()
    expect(await zhang.say(`签退 ${code}`)).toBe(`${code} 你还没有签到。参加了就说「记时 ${code}」加上时长。`)
    expect(await zhang.say('签退')).toContain('没有签到中的活动')
    await zhang.say(`签到 ${code}`)
    expect(await zhang.say(`签退 ${code}`)).toContain('还没有可以记的时间')
    app.clock.set(at('2026-11-28 12:45').getTime())
    expect(await zhang.say(`签退 ${code}`)).toContain(`请说「记时 ${code}」`)
    expect(await zhang.say(`记时 ${code} 3小时`)).toContain('记下了')
    const [line] = await app.store.hours.ofPerson(zhang.number)
    expect(line?.attended).toMatchObject({ minutes: 180 })
  })

  test('does not overlap other hours', async () => {
    const { code, zhang } = await confirmed()
    const other = await post({ start: at('2026-11-28 06:00'), end: at('2026-11-28 08:00') })
    await app.store.signups.add({
      activity: other,
      person: zhang.number,
      state: 'confirmed',
      step: { key: 'earlier', at: at('2026-11-20 09:00'), by: zhang.number },
    })
    await zhang.say(`签到 ${code}`)
    app.clock.set(at('2026-11-28 12:00').getTime())
    expect(await zhang.say(`记时 ${other} 6:00-10:00`)).toContain('记下了')
    expect(await zhang.say(`签退 ${code}`)).toContain('重叠了')
  })
})

test('in English', async () => {
  const { code, zhang } = await confirmed()
  await app.store.identities.setLocale(zhang.identity, 'en')
  expect(await zhang.say(`checkin ${code}`)).toBe(
    `Checked in: ${code} 探访老人, 28 Nov Sat 8:45. When you leave, say "checkout ${code}".`,
  )
  app.clock.set(at('2026-11-28 12:00').getTime())
  expect(await zhang.say(`checkout ${code}`)).toMatch(
    new RegExp(
      `^Checked out: ${code} 28 Nov Sat 9:00-12:00, 3 h noted \\(180 minutes, H\\d+\\), waiting to be verified`,
    ),
  )
})

describe('签到码', () => {
  test('can be changed, and switched off', async () => {
    const { code, zhang } = await confirmed()
    const wang = await socialWorker()
    const pinIn = (text: string) => /签到码是 (\d{4})/.exec(text)?.[1] ?? ''
    const first = pinIn(await wang.say(`签到码 ${code}`))
    let second = first
    for (let n = 0; second === first && n < 5; n++) second = pinIn(await wang.say(`签到码 ${code} 换`))
    expect(second).not.toBe(first)
    expect(pinIn(await wang.say(`签到码 ${code}`))).toBe(second)
    expect(await zhang.say(`签到 ${code} ${first}`)).toContain('签到码不对')
    expect(await wang.say(`签到码 ${code} 关`)).toBe(
      `${code} 探访老人 11月28日 周六 9:00-12:00 不用签到码了，大家说「签到 ${code}」就行。`,
    )
    await app.store.identities.model.updateOne({ _id: wang.identity }, { locale: 'en' })
    expect(await wang.say(`checkin-code ${code} off`)).toContain('needs no check-in code any more')
    expect(await zhang.say(`签到 ${code}`)).toContain('签到成功')
  })
})

describe('我到了', () => {
  test('means the one thing that is on, after 是', async () => {
    const { code, zhang } = await confirmed()
    expect(await zhang.say('我到了')).toBe(`你是想「签到 ${code} 探访老人」吗？回复「是」。`)
    expect(await zhang.say('是')).toContain(`签到成功：${code}`)
  })

  test('means nothing when nothing is on, or several things are', async () => {
    const li = await somebody('李四')
    expect(await li.say('我到了')).not.toContain('签到')
    await app.store.identities.model.updateOne({ _id: li.identity }, { locale: 'en' })
    const code = await post()
    await li.say(`signup ${code}`)
    expect(await li.say("I'm here")).toBe(`Did you mean "checkin ${code} 探访老人"? Answer yes`)
  })
})
