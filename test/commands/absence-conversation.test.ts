import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/domain/roles.ts'
import type { Activity } from '../../src/store/activities.ts'
import { startApp, type App } from '../support/app.ts'
import { at } from '../support/command-store.ts'
import { postActivity } from '../support/post-activity.ts'

// Who did not come, who was excused, whose hours are added afterwards, on the real path. It is Saturday, 28 November
// 2026, 13:00 in Shanghai; the activity was from 9:00 to 12:00.

let app: App
beforeAll(async () => {
  app = await startApp({ now: '2026-11-28T13:00:00+08:00' })
})
afterAll(() => app.stop())

const somebody = (name: string) => app.somebody(name)
const post = (said?: Partial<Activity>) => postActivity(app.store, said)
const saturday = '11月28日 周六 9:00-12:00'

const withRole = (role: Role, name: string, team?: string) => app.withRole(role, name, team)

/** Puts somebody on the list of an activity that is over. */
const onList = (activity: string, person: string, state: 'confirmed' | 'arrived' | 'waiting' = 'confirmed') =>
  app.store.signups.add({
    activity,
    person,
    state,
    step: { key: `listed-${activity}-${person}`, at: at('2026-11-20 09:00'), by: person },
  })

const stateOf = async (code: string, person: string) => (await app.store.signups.find(code, person))?.state

describe('缺席 and 准假', () => {
  test('note several at once, tell them, and can be put right', async () => {
    const code = await post({ taken: 2 })
    const [hu, zhang, li] = [
      await withRole('leader', '胡队长'),
      await somebody('张三'),
      await somebody('李四'),
    ]
    for (const { number } of [zhang, li]) await onList(code, number)
    expect(await hu.say(`缺席 ${code} 张三 李四`)).toBe(`已记缺席：${code} 张三、李四，已告诉本人。`)
    expect(await zhang.hears('缺席')).toBe(
      `胡队长 把你在 ${code} 探访老人 ${saturday} 记为缺席。如果你来了或请过假，请告诉 胡队长，可以改。`,
    )
    expect(await stateOf(code, zhang.number)).toBe('no_show')
    expect(await app.store.activities.find(code)).toMatchObject({ taken: 0 })
    expect(await hu.say(`准假 ${code} 张三`)).toBe(`已准假：${code} 张三，已告诉本人。`)
    expect(await zhang.hears('的假')).toContain('不算缺席')
    expect(await stateOf(code, zhang.number)).toBe('excused')
    expect(await hu.say(`缺席 ${code} 张三`)).toBe(`张三 在 ${code} 已准假，没有改动。`)
  })

  test('not before the start, not those who came, not people who are not on the list', async () => {
    const hu = await withRole('leader', '马队长')
    const [zhang, li] = [await somebody('周一'), await somebody('吴二')]
    const [code, tomorrow] = [
      await post(),
      await post({ start: at('2026-11-29 09:00'), end: at('2026-11-29 12:00') }),
    ]
    await onList(code, zhang.number, 'arrived')
    expect(await hu.say(`缺席 ${tomorrow} 周一`)).toContain('还没开始')
    expect(await hu.say(`缺席 ${code} 周一`)).toBe(`周一 在 ${code} 已签到，没有改动。`)
    expect(await hu.say(`缺席 ${code} 吴二`)).toContain(`名单里没有「吴二」`)
    expect(await stateOf(code, li.number)).toBeUndefined()
  })

  test('准假 before the activity gives the place to whoever waits', async () => {
    const hu = await withRole('leader', '何队长')
    const [zhang, li] = [await somebody('郑三'), await somebody('王四')]
    const code = await post({ places: 1, start: at('2026-11-30 09:00'), end: at('2026-11-30 12:00') })
    await zhang.say(`报名 ${code}`)
    await li.say(`报名 ${code}`)
    expect(await hu.say(`准假 ${code} 郑三`)).toContain('已准假')
    await li.hears('有名额了')
    expect(await li.say(`1 ${code}`)).toContain('名额是你的了')
    expect(await app.store.activities.find(code)).toMatchObject({ taken: 1 })
  })

  test('namesakes on the list are asked by number; those elsewhere do not matter', async () => {
    const hu = await withRole('leader', '许队长')
    const [one, two] = [await somebody('陈五'), await somebody('陈五')]
    const [both, only] = [await post(), await post()]
    for (const { number } of [one, two]) await onList(both, number)
    await onList(only, one.number)
    expect(await hu.say(`缺席 ${both} 陈五`)).toBe(
      `有几位「陈五」，请用义工号说明是哪一位：${one.number} ${two.number}`,
    )
    expect(await hu.say(`缺席 ${both} ${two.number}`)).toContain('已记缺席')
    expect(await stateOf(both, one.number)).toBe('confirmed')
    expect(await hu.say(`缺席 ${only} 陈五`)).toContain('已记缺席')
  })

  test('in scope only, never oneself, asked for what is missing, no names in a group', async () => {
    const [hu, other] = [await withRole('leader', '施队长'), await withRole('leader', '北园队长', '北园队')]
    const zhang = await somebody('张六')
    const code = await post()
    for (const { number } of [zhang, hu]) await onList(code, number)
    expect(await zhang.say(`缺席 ${code} 张六`)).toContain('这件事由队长或社工来做')
    expect(await other.say(`缺席 ${code} 张六`)).toContain('这件事由队长或社工来做')
    expect(await hu.say(`缺席 ${code} 施队长`)).toBe('自己的由另一位社工或队长来记。')
    expect(await hu.say(`缺席 ${code}`)).toContain('谁没来？')
    const said = await hu.says('张六')
    expect(said.direct).toContain('已记缺席')
    const excused = await hu.says(`准假 ${code} 张六`, { room: 'r-1', mention: true })
    expect(excused.here).toBe('已私信给你。')
    expect(excused.direct).toContain('张六')
  })
})

describe('补录', () => {
  test('adds the hours of somebody who came without a sign-up: verified, marked, told', async () => {
    const code = await post()
    const [wang, five] = [await withRole('socialWorker', '王社工'), await somebody('王五')]
    const said = await wang.say(`补录 ${code} 王五 3小时`)
    const entry = /H\d+/.exec(said)?.[0] ?? ''
    expect(said).toBe(`已补录：王五 ${saturday} ${code} 3小时（180 分钟，${entry}）。已核实，已告诉本人。`)
    expect(await five.hears('补录')).toContain(`王社工 为你补录了 ${saturday} ${code} 3小时（${entry}）`)
    expect(await app.store.hours.find(entry)).toMatchObject({
      correction: true,
      state: 'verified',
      by: wang.number,
    })
    expect(await stateOf(code, five.number)).toBe('completed')
    expect(await five.say('时长 本月')).toContain('已核实：3小时')
    expect(await wang.say(`补录 ${code} 王五 2小时`)).toContain('没有再补')
  })

  test('half a time is asked back with what it may mean', async () => {
    const code = await post()
    const wang = await withRole('socialWorker', '葛社工')
    await somebody('尤九')
    expect(await wang.say(`补录 ${code} 尤九`)).toContain('做了多久')
    expect(await wang.say('3')).toBe('「3」是 3小时 还是 3分钟？')
    expect(await wang.say('半天')).toContain('「半天」是多久？')
    expect(await wang.say('大概3小时左右吧')).toContain('3小时（180 分钟')
  })

  test('of somebody noted as absent or still waiting, by clock times', async () => {
    const code = await post()
    const [wang, zhang, li] = [
      await withRole('socialWorker', '钱社工'),
      await somebody('孙七'),
      await somebody('李八'),
    ]
    await onList(code, zhang.number)
    await onList(code, li.number, 'waiting')
    await wang.say(`缺席 ${code} 孙七`)
    expect(await wang.say(`补录 ${code} 孙七 9:00-11:00`)).toContain('2小时（120 分钟')
    expect(await wang.say(`补录 ${code} 李八 9:00-11:30`)).toContain('2小时30分')
    expect(await stateOf(code, zhang.number)).toBe('completed')
    expect(await stateOf(code, li.number)).toBe('completed')
  })

  test('the same message twice adds once', async () => {
    const code = await post()
    const [wang, zhang] = [await withRole('socialWorker', '赵社工'), await somebody('钱九')]
    await wang.says(`补录 ${code} 钱九 1小时`, { id: 'once' })
    await wang.send(`补录 ${code} 钱九 1小时`, { id: 'once' })
    await wang.say('待核')
    expect(await app.store.hours.model.countDocuments({ person: zhang.number })).toBe(1)
  })

  test('a day over 8 hours waits for a second social worker', async () => {
    const code = await post({ start: at('2026-11-27 08:00'), end: at('2026-11-27 18:00') })
    const [wang, zhao] = [await withRole('socialWorker', '冯社工'), await withRole('socialWorker', '卫社工')]
    await somebody('蒋十')
    expect(await wang.say(`补录 ${code} 蒋十 9小时`)).toContain('还要另一位社工核实')
    expect(await zhao.say(`核实 ${code}`)).toContain('蒋十 9小时（计划 10小时，补录）')
    expect(await zhao.say('全部')).toContain('已核实')
  })

  test('asks for what is missing; in scope only, never one’s own, not before the start', async () => {
    const code = await post()
    const [wang, hu] = [await withRole('socialWorker', '沈社工'), await withRole('leader', '韩队长')]
    await somebody('杨十')
    const tomorrow = await post({ start: at('2026-11-29 09:00'), end: at('2026-11-29 12:00') })
    expect(await hu.say(`补录 ${code} 杨十 3小时`)).toContain('这件事由社工来做')
    expect(await wang.say(`补录 ${code} 沈社工 3小时`)).toBe('自己的时长由另一位社工来补录。')
    expect(await wang.say(`补录 ${tomorrow} 杨十 3小时`)).toContain('还没开始')
    expect(await wang.say(`补录 ${code}`)).toContain('回复姓名或义工号')
    expect(await wang.say('杨十')).toContain('做了多久？')
    expect(await wang.say('2小时')).toContain('已补录：杨十')
  })
})

test('in English', async () => {
  const code = await post()
  const [wang, amy, bob] = [
    await withRole('socialWorker', 'Wendy'),
    await somebody('Amy'),
    await somebody('Bob'),
  ]
  await app.store.identities.setLocale(wang.identity, 'en')
  await onList(code, amy.number)
  expect(await wang.say(`no-show ${code} ${amy.number}`)).toBe(
    `Noted as absent from ${code}: Amy. They have been told.`,
  )
  expect(await wang.say(`excuse ${code} Amy`)).toBe(`Excused from ${code}: Amy. They have been told.`)
  expect(await wang.say(`add-hours ${code} ${bob.number} 3 h`)).toMatch(
    new RegExp(`^Added: Bob, 28 Nov Sat 9:00-12:00, ${code}, 3 h \\(180 minutes, H\\d+\\). Verified`),
  )
})
