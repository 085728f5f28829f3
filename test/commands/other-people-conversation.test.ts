import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { postActivity } from '../support/post-activity.ts'
import { at } from '../support/command-store.ts'

// Words after 报名 A12 that may mean somebody else never end in the sender. It is Tuesday, 24 November 2026, 10:00.

let app: App
let leader: Awaited<ReturnType<App['withRole']>>
let worker: Awaited<ReturnType<App['withRole']>>
let li: Awaited<ReturnType<App['somebody']>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
  leader = await app.withRole('leader', '王队长')
  worker = await app.withRole('socialWorker', '陈社工')
  li = await app.somebody('李秀英')
})
afterAll(() => app.stop())

const stateOf = async (code: string, person: string) =>
  (await app.store.signups.find(code, person))?.state ?? 'not signed up'

describe('报名 for somebody nobody knows', () => {
  test.each(['没有这人', '那个新来的阿姨', 'my wife and the two kids next door'])(
    '「%s」 signs nobody up, and yes after it does not either',
    async (who) => {
      const code = await postActivity(app.store)
      expect(await leader.say(`报名 ${code} ${who}`)).toContain(who)
      await leader.say('是')
      expect(await app.store.activities.find(code)).toMatchObject({ taken: 0 })
    },
  )

  test('an unknown name is said to be unknown', async () => {
    const code = await postActivity(app.store)
    expect(await leader.say(`报名 ${code} 赵不在`)).toBe(
      `没看懂「赵不在」，没有动任何人的报名。自己的就说「报名 ${code}」；别人的由队长或社工在后面加上姓名或义工号。`,
    )
    expect(await leader.say(`报名 ${code} 赵无人`)).toBe(
      '没有找到「赵无人」。请核对姓名，或用义工号（如 V000123）。',
    )
  })

  test('a volunteer hears who does it, and how to sign up themselves', async () => {
    const code = await postActivity(app.store)
    const zhang = await app.somebody('张三')
    expect(await zhang.say(`报名 ${code} 李秀英`)).toBe(
      `别人的报名由队长或社工来办，请联系他们。自己的就说「报名 ${code}」。`,
    )
    expect(await zhang.say(`报名 ${code} 我一定会准时到的`)).toContain('没有动任何人的报名')
    expect(await zhang.say(`报名${code}了吗`)).toBe(`你是想「${code}」吗？回复「是」。`)
    await zhang.say('是')
    expect(await app.store.activities.find(code)).toMatchObject({ taken: 0 })
    await app.store.identities.model.updateOne({ _id: zhang.identity }, { locale: 'en' })
    expect(await zhang.say(`signup ${code} Mary Smith`)).toBe(
      `Signing others up or off is up to a leader or social worker; please ask them. For yourself, say "signup ${code}".`,
    )
  })
})

test('acting for somebody is told to them and stands in the audit; acting for oneself does not', async () => {
  const code = await postActivity(app.store)
  const said = await worker.says(`报名 ${code} 李秀英`)
  expect(said.direct).toContain('已为李秀英报名')
  expect(said.others).toEqual([{ to: li.user, text: expect.stringContaining('陈社工 替你办了报名') }])
  await worker.say(`取消 ${code} 李秀英`)
  await li.say(`报名 ${code}`)
  await li.say(`取消 ${code} 发烧了`)
  const rows = await app.store.audit.model
    .find({ command: { $in: ['signup', 'cancel'] }, by: { $in: [worker.number, li.number] } })
    .sort({ at: 1 })
    .lean()
  expect(rows.map(({ by, command }) => [by, command])).toEqual([
    [worker.number, 'signup'],
    [worker.number, 'cancel'],
  ])
  expect((await app.store.signups.find(code, li.number))?.steps.map(({ by }) => by)).toEqual([
    worker.number,
    worker.number,
    li.number,
    li.number,
  ])
})

describe('取消 for somebody nobody knows', () => {
  test.each(['没有这人', '赵无人', '那个新来的阿姨'])('「%s」 does not cancel the leader', async (who) => {
    const code = await postActivity(app.store)
    const own = await app.withRole('leader', '周队长')
    await own.say(`报名 ${code}`)
    expect(await own.say(`取消 ${code} ${who}`)).toContain(who)
    await own.say('是')
    expect(await stateOf(code, own.number)).toBe('confirmed')
  })

  test('to a volunteer words built like a name are nobody’s reason', async () => {
    const code = await postActivity(app.store)
    const sun = await app.somebody('孙七')
    await sun.say(`报名 ${code}`)
    for (const who of ['李秀英', '赵无人', 'Mary Smith'])
      expect(await sun.say(`取消 ${code} ${who}`)).toBe(
        `别人的报名由队长或社工来办，请联系他们。自己的就说「取消 ${code}」。`,
      )
    await sun.say(`取消${code}了吗`)
    await sun.say('是')
    expect(await stateOf(code, sun.number)).toBe('confirmed')
    expect(await sun.say(`取消 ${code} 发烧了要去医院`)).toContain('已取消')
    expect(await stateOf(code, sun.number)).toBe('cancelled')
  })
})

describe('other commands that act on whoever says them', () => {
  test('签到 with a name checks nobody in', async () => {
    const code = await postActivity(app.store, { start: at('2026-11-24 09:50'), end: at('2026-11-24 12:00') })
    await worker.say(`报名 ${code}`)
    expect(await worker.say(`签到 ${code} 李秀英`)).toContain('没听懂')
    await worker.say('是')
    expect(await stateOf(code, worker.number)).toBe('confirmed')
  })

  test('记时 with a name beside the time notes nothing for the sender', async () => {
    const code = await postActivity(app.store, {
      start: at('2026-11-22 09:00'),
      end: at('2026-11-22 12:00'),
    })
    const wu = await app.somebody('吴八')
    await app.store.signups.add({
      activity: code,
      person: wu.number,
      state: 'confirmed',
      step: { key: 'k', at: at('2026-11-20 09:00'), by: wu.number },
    })
    const answer = `没有记。「记时」只记自己的时长，后面别带别人的名字；别人的由本人来记，或由社工说「补录 ${code} 姓名 3小时」。`
    expect(await wu.say(`记时 ${code} 3小时 李秀英`)).toBe(answer)
    expect(await wu.say(`记时 ${code} 李秀英 3小时`)).toBe(answer)
    expect(await wu.say(`记时 ${code} 3小时 陪老人聊天`)).toContain('待核实')
    expect(await app.store.hours.claimOf(li.number, code)).toBeNull()
  })
})
