import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { at } from '../support/command-store.ts'
import { postActivity } from '../support/post-activity.ts'

// Places for a group as one number. It is Tuesday, 24 November 2026, 10:00 in Shanghai; activities are on the 28th.

const tuesday = '2026-11-24T10:00:00+08:00'
const group = '园岭团体队'
let app: App
let xu: Awaited<ReturnType<App['withRole']>>
let worker: Awaited<ReturnType<App['withRole']>>
beforeAll(async () => {
  app = await startApp({ now: tuesday })
  const admin = await app.admin()
  await admin.say(`队 新建 ${group}`)
  await admin.say('队 新建 南园队')
  xu = await app.withRole('leader', '徐团长', group)
  worker = await app.withRole('socialWorker', '陈社工')
})
afterEach(() => app.clock.set(tuesday))
afterAll(() => app.stop())

const post = (said: Parameters<typeof postActivity>[1] = {}) =>
  postActivity(app.store, { places: 50, responsible: worker.number, ...said })
const taken = async (code: string) => (await app.store.activities.find(code))?.taken

describe('代报', () => {
  test('sets the number, and does not add to it', async () => {
    const code = await post()
    expect(await xu.say(`代报 ${code} 30`)).toBe(
      `${group}在 ${code} 共 30 个名额。还差 30 个名字：说「代报 ${code} 名单」，一行一个；` +
        '11月27日 周五 9:00 前没有名字的名额会放出来。要记时长的，请本人登记后自己报名。',
    )
    expect(await xu.say(`代报${code} 25人`)).toContain('共 25 个名额')
    expect(await taken(code)).toBe(25)
    expect(await xu.say(`代报 ${code} 0`)).toBe(`${group}在 ${code} 的名额都让出来了。`)
    expect(await taken(code)).toBe(0)
  })

  test('names come later, names only; more names than places raise the number', async () => {
    const code = await post()
    await xu.say(`代报 ${code} 2`)
    expect(await xu.say(`代报 ${code} 名单\n1. 张三 13800000000\n2、李四`)).toContain(
      '共 2 个名额，已有 2 个名字。要记时长的',
    )
    expect(await xu.say(`代报 ${code} 名单`)).toBe(`请发 ${code} 的名单，一行一个名字。只要名字，不用电话。`)
    expect(await xu.say('张三\n李四\n王五')).toContain('共 3 个名额，已有 3 个名字')
    expect(await app.store.activities.find(code)).toMatchObject({
      taken: 3,
      groups: [{ team: group, count: 3, names: ['张三', '李四', '王五'] }],
    })
    expect(await worker.say(`名单 ${code}`)).toBe(
      `${code} 探访老人 11月28日 周六 9:00-12:00\n已报名 3/50，待答复 0，候补 0\n${group} 3 人：张三、李四、王五`,
    )
  })

  test('when there are too few it offers what there is, and the waiting list for the rest', async () => {
    const code = await post({ places: 12 })
    const zhang = await app.somebody('张三')
    await zhang.say(`报名 ${code}`)
    expect(await xu.say(`代报 ${code} 30`)).toBe(
      `${code} 名额不够 30 个：可以有 11 个，另外 19 个排候补。回复「是」就这样办。`,
    )
    expect(await taken(code)).toBe(1)
    expect(await xu.say('不')).toBe('好的，没有改动。')
    await xu.say(`代报 ${code} 30`)
    expect(await xu.say('是')).toContain('共 11 个名额，另有 19 个候补')
    expect(await taken(code)).toBe(12)
    // Others stand behind the group, and what comes free is the group's.
    expect(await (await app.somebody('李四')).say(`报名 ${code}`)).toContain('候补第 2 位')
    await zhang.say(`取消 ${code}`)
    expect(await xu.hears('有名额了')).toContain(`${group}现在有 12 个名额，还有 18 个候补`)
    expect(await worker.say(`名单 ${code}`)).toContain(`${group} 12 人（候补 18）：还没有名字`)
    expect(await xu.say(`代报 ${code} 12`)).toContain('共 12 个名额。')
    expect((await app.store.activities.find(code))?.waiting).toHaveLength(1)
  })

  test('who waits already is not passed', async () => {
    const code = await post({ places: 1 })
    await (await app.somebody('王一')).say(`报名 ${code}`)
    await (await app.somebody('王二')).say(`报名 ${code}`)
    expect(await xu.say(`代报 ${code} 5`)).toContain('可以有 0 个，另外 5 个排候补')
  })

  test('24 hours before the start what has no name goes to others', async () => {
    const code = await post({ places: 10 })
    await xu.say(`代报 ${code} 10`)
    await xu.say(`代报 ${code} 名单\n张三\n李四`)
    const late = await app.somebody('赵六')
    expect(await late.say(`报名 ${code}`)).toContain('候补第 1 位')
    app.clock.set('2026-11-27T09:00:30+08:00')
    expect(await xu.hears(new RegExp(`${code} .*没有名字的名额已经放出来了`))).toContain(`${group}留下 2 个`)
    await late.hears('有名额了：')
    expect(await xu.say(`代报 ${code} 5`)).toContain('只能按名单代报')
    expect(await xu.say('张三\n李四\n王五')).toContain('共 3 个名额，已有 3 个名字')
  })

  test('only for group teams, by those who lead them, where nothing is asked of the people', async () => {
    const code = await post()
    const leader = await app.withRole('leader', '王队长')
    expect(await leader.say(`代报 ${code} 30`)).toContain('代报是给团体义工队的')
    expect(await leader.say(`代报 ${code} ${group} 30`)).toContain(`这件事由${group}的队长或社工来做`)
    expect(await (await app.somebody('孙七')).say(`代报 ${code} 30`)).toContain('这件事由队长或社工来做')
    const [old, hard, off] = [
      await post({ start: at('2026-11-20 09:00'), end: at('2026-11-20 12:00') }),
      await post({ minAge: 18 }),
      await post({ state: 'cancelled' }),
    ]
    expect(await xu.say(`代报 ${old} 5`)).toContain('已经结束了')
    expect(await xu.say(`代报 ${hard} 5`)).toContain('请各人自己报名')
    expect(await xu.say(`代报 ${off} 5`)).toContain('已经停办了')
    expect(await xu.say('代报')).toBe('代报哪个活动？回复编号。')
    expect(await xu.say(code)).toContain(`${code} 要几个名额？`)
    expect(await xu.say('三十')).toContain('共 30 个名额')
  })

  test('the group hears when the activity is called off, and names are in no audit', async () => {
    const code = await post()
    await xu.say(`代报 ${code} 名单\n欧阳小明`)
    await worker.say(`停办 ${code} 台风`)
    await worker.say('是')
    expect(await xu.hears(`${code} 探访老人`)).toContain('停办了，原因：台风')
    const audited = await app.store.audit.model.find({ command: 'group-signup' }).lean()
    expect(audited.length).toBeGreaterThan(0)
    expect(JSON.stringify(audited)).not.toContain('欧阳小明')
  })

  test('in English', async () => {
    const code = await post({ places: 3 })
    await app.store.identities.model.updateOne({ _id: xu.identity }, { locale: 'en' })
    expect(await xu.say(`group-signup ${code} 4`)).toBe(
      `${code} does not have 4 places: you can have 3, and 1 more would wait. Answer "yes" to do so.`,
    )
    expect(await xu.say('yes')).toContain(`${group} has 3 places at ${code}, and 1 more waiting.`)
    expect(await xu.say(`group-signup ${code} names\nAnn Lee\nBob`)).toContain('2 with names')
  })
})
