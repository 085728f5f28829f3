import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runList } from '../../src/commands/list/run.ts'
import { type App, startApp } from '../support/app.ts'
import { at, openCommandStore } from '../support/command-store.ts'

let app: App
type Talker = Awaited<ReturnType<App['registered']>>
let zhang: Talker

beforeAll(async () => {
  app = await startApp()
  const chen = await app.admin()
  await chen.say('队 新建 南园队')
  zhang = await app.registered('zhang', '张三')
  const post = async (fields: string) => {
    await chen.say(`发布 ${fields}`)
    await chen.say('是')
  }
  expect(await zhang.say('活动')).toBe('现在没有能参加的活动，过些时候再来看看。')
  for (const day of [25, 26, 27, 28, 29])
    await post(`巡河${day} | 环保服务 | 11月${day}日9:00-11:00 | 河边 | 5人`)
  await post('探访 | 老人服务 | 12月1日9:00-12:00 | 福利院 | 1人 | 南园队 | 风险：路滑 | 满16岁')
  await post('读报 | 老人服务 | 12月2日9:00-12:00 | 福利院 | 2人')
})
afterAll(() => app.stop())

describe('活动', () => {
  test('shows five, soonest first, then 更多', async () => {
    const first = await zhang.says('活动')
    const lines = first.here.split('\n')
    expect(lines).toHaveLength(6)
    expect(lines[0]).toBe('A1 11月25日 周三 9:00-11:00 巡河25，河边（还有 5 个名额）')
    expect(first.quickReplies).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', '更多'])
    const second = await zhang.says('更多')
    expect(second.here.split('\n').map((line) => line.slice(0, 2))).toEqual(['A6', 'A7', '说编'])
    expect(second.quickReplies).toEqual(['A6', 'A7'])
  })

  test('narrows down by day, period, category and team', async () => {
    const codes = async (said: string) => (await zhang.say(said)).match(/^A\d+/gm)
    expect(await codes('活动 本周')).toEqual(['A1', 'A2', 'A3', 'A4', 'A5'])
    expect(await codes('活动 12月')).toEqual(['A6', 'A7'])
    expect(await codes('活动 周六')).toEqual(['A4'])
    expect(await codes('活动 老人服务')).toEqual(['A6', 'A7'])
    expect(await codes('活动 南园队')).toEqual(['A6'])
    expect(await zhang.say('活动 法律援助')).toBe('没有符合的活动。说「活动」看全部。')
  })

  test('a day asked about loosely is said with its date', async () => {
    expect(await zhang.say('周六有活动吗')).toBe('你是想「活动 11月28日 周六」吗？回复「是」。')
    expect(await zhang.say('是')).toContain('巡河28')
  })

  test('has at most six lines in a group too', async () => {
    const answer = await zhang.says('活动', { room: 'r-1' })
    expect(answer.here.split('\n')).toHaveLength(6)
  })
})

describe('活动 A6', () => {
  test('shows time, place, risk, age, contact and free places', async () => {
    expect(await zhang.say('活动 A6')).toBe(
      [
        'A6 探访（老人服务，南园队）',
        '12月1日 周二 9:00-12:00，福利院',
        '风险提示：路滑；要满 16 岁',
        '联系：陈主任',
        '名额 1，还有 1 个。说「报名 A6」报名。',
      ].join('\n'),
    )
    expect(await zhang.say('a 6')).toBe(await zhang.say('活动 A6'))
  })

  test('tells me, and me alone, whether I am in it', async () => {
    await zhang.say('报名 A6')
    expect(await zhang.say('A6')).toContain('名额 1，已满，0 人候补。你已报名。')
    const here = await zhang.says('活动 A6', { room: 'r-1' })
    expect(here.here).not.toContain('你已报名')
    expect(here.here).not.toContain('陈主任')
    expect(here.direct).toBe('A6：你已报名。')
    expect(await app.person('stranger').say('A6')).toContain('说「报名 A6」报名。')
  })

  test('a code that does not exist says so', async () => {
    expect(await zhang.say('A99')).toBe('没有找到活动 A99。回复「活动」看看有哪些。')
  })
})

test('what is over, cancelled or under way says so and offers no sign-up', async () => {
  const { run, activity, person, close } = await openCommandStore()
  const by = await person('张三')
  const show = async (code: string, now: string) => run(runList, { code }, { by, now: at(now) })
  const code = await activity({ meetAt: '东门', bring: '水' })
  const before = await show(code, '2026-11-28 08:00')
  expect(before.text).toContain('福利院，集合：东门\n请带：水')
  expect(before.quickReplies).toEqual([`报名 ${code}`])
  expect((await show(code, '2026-11-28 10:00')).text).toContain('活动正在进行。')
  const over = await show(code, '2026-11-28 12:00')
  expect(over.text).toContain('活动已结束。')
  expect(over.quickReplies).toBeUndefined()
  expect((await show(await activity({ state: 'cancelled' }), '2026-11-01 09:00')).text).toContain(
    '活动已停办。',
  )
  await close()
})
