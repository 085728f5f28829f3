import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runPost } from '../../src/commands/post/run.ts'
import { type App, startApp } from '../support/app.ts'
import { at, openCommandStore } from '../support/command-store.ts'

let app: App
type Talker = Awaited<ReturnType<App['registered']>>
let chen: Talker
let wang: Talker

beforeAll(async () => {
  app = await startApp()
  chen = await app.admin()
  await chen.say('队 新建 南园队')
  await chen.say('队 新建 红队')
  wang = await app.registered('wang', '王社工')
  await chen.say('授权 王社工 社工 南园队')
  await chen.say('是')
})
afterAll(() => app.stop())

test('发布 says everything back with absolute dates and makes it after 是', async () => {
  const question = await wang.says('发布 探访老人 | 老人服务 | 周六9:00-12:00 | 福利院 | 10人')
  expect(question.here).toBe(
    '请核对：\n探访老人（老人服务，南园队）\n11月28日 周六 9:00-12:00\n福利院，10人\n对的话回复「是」，就发布。',
  )
  expect(question.quickReplies).toEqual(['是', '不'])
  const done = await wang.says('是')
  expect(done.here).toBe(
    '发布了：A1 探访老人，11月28日 周六 9:00-12:00。\n说「召集 A1」叫大家来，「名单 A1」看谁报了名。',
  )
  expect(done.quickReplies).toEqual(['召集 A1', 'A1'])
  expect(await app.store.activities.find('A1')).toMatchObject({
    team: '南园队',
    places: 10,
    taken: 0,
    state: 'open',
    responsible: wang.number,
    start: at('2026-11-28 09:00'),
    end: at('2026-11-28 12:00'),
  })
})

test('in English, as its help says it', async () => {
  await wang.say('lang en')
  expect(await wang.say('post Home visits | 老人服务 | sat 9:00-12:00 | Care home | 10')).toMatch(
    /Home visits[^]*28 Nov Sat 9:00-12:00\nCare home, 10/,
  )
  expect(await wang.say('no')).not.toContain('A2')
  await wang.say('lang zh')
})

test('a day without a time is asked about, and the times alone answer', async () => {
  expect(await wang.say('发布 读报 | 老人服务 | 周六 | 福利院 | 10人')).toContain('「周六」是几点到几点？')
  expect(await wang.say('9:00-11:30')).toContain('11月28日 周六 9:00-11:30')
  expect(await wang.say('算了')).toBe('好的，不做了。')
})

test('asks for what is missing, one thing at a time', async () => {
  expect(await wang.say('发布')).toContain('活动叫什么？')
  const categories = await wang.says('浇花')
  expect(categories.here).toContain('是哪一类服务？')
  expect(categories.quickReplies).toContain('环保服务')
  expect(await wang.say('环保服务')).toContain('什么时候？')
  expect(await wang.say('明天下午2点到4点')).toBe('在哪里？')
  expect(await wang.say('南园公园')).toContain('要几个人？')
  expect(await wang.say('5')).toContain('11月25日 周三 14:00-16:00\n南园公园，5人')
  expect(await wang.say('不')).toBe('好的，没有改动。')
  expect(await wang.say('活动')).not.toContain('浇花')
})

test('a command breaks off the question for a title; words that only begin like one are the title', async () => {
  expect(await wang.say('发布')).toContain('活动叫什么？')
  expect(await wang.say('我的班次')).not.toContain('是哪一类服务？')
  expect(await wang.say('发布')).toContain('活动叫什么？')
  expect(await wang.say('帮助老人过马路')).toContain('是哪一类服务？')
  await wang.say('算了')
})

test('risk, age, skills and insurance are said back when given', async () => {
  const echo = await wang.say(
    '发布 清理河道 | 环保服务 | 周日9:00-12:00 | 深圳河 | 8人 | 风险：水边路滑 | 危险 | 休息30分钟',
  )
  expect(echo).toContain('11月29日 周日 9:00-12:00，休息30分钟')
  expect(echo).toContain('风险提示：水边路滑；有危险，要满 18 岁，请先办好保险')
  await wang.say('不')
})

test('a time that is over is asked again', async () => {
  expect(await wang.say('发布 早茶 | 老人服务 | 2026年11月20日9:00-12:00 | 福利院 | 10人')).toContain(
    '已经过去了',
  )
  expect(await wang.say('周五9:00-12:00')).toContain('11月27日 周五 9:00-12:00')
  await wang.say('不')
})

test('a time that passes while the yes is waited for is noticed', async () => {
  app.clock.set('2026-11-24T02:00:00Z')
  await wang.say('发布 晨练 | 老人服务 | 今天10:05-11:00 | 公园 | 10人')
  app.clock.set('2026-11-24T02:06:00Z')
  expect(await wang.say('是')).toContain('已经过去了')
  expect(await wang.say('算了')).toBe('好的，不做了。')
})

describe('what cannot be', () => {
  test.each(['0人', '-3人', '1000000人'])('%s is asked again and no risk notice', async (places) => {
    expect(await wang.say(`发布 读报 | 老人服务 | 12月8日9:00-12:00 | 福利院 | ${places}`)).toBe(
      '人数请在 1 到 100000 之间，例如「10人」。',
    )
    expect(await wang.say('0人')).toContain('1 到 100000')
    const echo = await wang.say('十二人')
    expect(echo).toContain('福利院，12人')
    expect(echo).not.toContain('风险提示')
    await wang.say('不')
  })

  test.each(['周六上午', '12月8日12:00-9:00', '12月8日9:00-12月18日9:00', '9:00-12:00', '下周三'])(
    'half a time (%s) is asked about and no place',
    async (said) => {
      expect(await wang.say(`发布 读报 | 老人服务 | ${said} | 福利院 | 3人`)).toBe(
        `「${said}」是几点到几点？请说日期和起止时间，例如「周六9:00-12:00」。`,
      )
      const echo = await wang.say('12月8日9:00-12:00')
      expect(echo).toContain('12月8日 周二 9:00-12:00\n福利院，3人\n对的话')
      await wang.say('不')
    },
  )

  test('a title that begins with a day stays a title', async () => {
    expect(await wang.say('发布 周六探访老人 | 老人服务 | 12月8日9:00-12:00 | 福利院 | 3人')).toContain(
      '周六探访老人（老人服务，南园队）',
    )
    await wang.say('不')
  })

  test('a kind of service that there is not is asked again, what was said of the rest stays', async () => {
    expect(await wang.say('发布 读报 | 读书服务 | 12月8日9:00-12:00 | 福利院 | 3人')).toContain(
      '没有「读书服务」这一类，请选一个：',
    )
    expect(await wang.say('老人服务')).toContain('福利院，3人\n对的话')
    await wang.say('不')
  })

  test('a team that there is not is asked again', async () => {
    expect(await wang.say('发布 读报 | 老人服务 | 12月8日9:00-12:00 | 福利院 | 3人 | 西园队')).toContain(
      '没有叫「西园队」的队。',
    )
    expect(await wang.say('南园队')).toContain('读报（老人服务，南园队）')
    await wang.say('不')
  })

  test('a place without a kind of service stays a place', async () => {
    expect(await wang.say('发布 读报 | 福利院 | 12月8日9:00-12:00 | 3人 | 请带老花镜')).toContain(
      '是哪一类服务？',
    )
    expect(await wang.say('老人服务')).toContain('福利院，3人\n风险提示：请带老花镜')
    await wang.say('不')
  })
})

describe('in English', () => {
  beforeAll(() => app.store.identities.setLocale(wang.identity, 'en'))
  afterAll(() => app.store.identities.setLocale(wang.identity, 'zh-CN'))

  test('with any of the separators', async () => {
    const check = 'Please check:\nEnglish class (学生服务, 南园队)\n28 Nov Sat 14:00-16:00\nSchool, 5 people'
    for (const bar of [' | ', '｜', '，', '\n']) {
      const said = ['English class', '学生服务', 'Saturday 14:00-16:00', 'School', '5 people'].join(bar)
      expect(await wang.say(`post ${said}`)).toBe(`${check}\nAnswer "yes" and it is posted.`)
      expect(await wang.say('no')).toBe('All right, nothing was changed.')
    }
    expect(await wang.say('post English class | 学生服务 | Saturday morning | School | 0 people')).toContain(
      'From when to when is "Saturday morning"?',
    )
    expect(await wang.say('Saturday 9:00-12:00')).toContain('from 1 to 100000')
    expect(await wang.say('5')).toContain('28 Nov Sat 9:00-12:00')
    expect(await wang.say('yes')).toMatch(/^Posted: A\d+ English class, 28 Nov Sat 9:00-12:00\./)
  })
})

test('a night is said back with both days', async () => {
  expect(await wang.say('发布 陪护｜病人服务｜11月25日22:00-次日6:00｜医院｜5人')).toContain(
    '11月25日 周三 22:00 至 11月26日 周四 6:00',
  )
  await wang.say('不')
})

describe('for which team', () => {
  const said = '发布 读报 | 老人服务 | 周六14:00-15:00 | 福利院 | 3人'

  test('the one that is said, if it is one’s own', async () => {
    expect(await wang.say(`${said} | 红队`)).toBe('红队的活动由它的队长或社工发布，请联系他们。')
    expect(await chen.say(`${said} | 红队`)).toContain('读报（老人服务，红队）')
  })

  test('else the room’s', async () => {
    await chen.says('绑定 红队', { room: 'r-red', mention: true })
    expect((await chen.says(said, { room: 'r-red', mention: true })).here).toContain('读报（老人服务，红队）')
  })

  test('else none for who has them all, and the echo says so', async () => {
    expect(await chen.say(said)).toContain('读报（老人服务，不分队）')
  })

  test('else it is asked of who has several', async () => {
    await chen.say('授权 王社工 队长 红队')
    await chen.say('是')
    const question = await wang.says(said)
    expect(question.here).toBe('是哪个队的活动？南园队、红队')
    expect(await wang.say('红队')).toContain('读报（老人服务，红队）')
    await wang.say('是')
    const [made] = await app.store.activities.upcoming({
      now: at('2026-11-24 10:00'),
      team: '红队',
      limit: 1,
    })
    expect(made?.title).toBe('读报')
  })
})

test('volunteers do not post', async () => {
  const zhang = await app.registered('zhang', '张三')
  expect(await zhang.say('发布 读报 | 老人服务 | 周六14:00-15:00 | 福利院 | 3人')).toContain(
    '由队长或社工来做',
  )
})

test('one message makes one activity, however often and at once it is handled', async () => {
  const { run, store, person, close } = await openCommandStore()
  const by = await person('王社工', [{ role: 'socialWorker', scope: { kind: 'all' } }])
  const args = {
    title: '探访老人',
    category: '老人服务',
    start: at('2026-12-05 09:00').getTime(),
    end: at('2026-12-05 12:00').getTime(),
    place: '福利院',
    places: 10,
    confirm: true,
  }
  const post = (now?: Date) => run(runPost, args, { by, key: 'm-1', ...(now && { now }) })
  const [first, ...others] = await Promise.all([post(), post(), post()])
  for (const other of others) expect(other).toEqual(first)
  expect(await post(at('2026-12-06 09:00'))).toEqual(first)
  expect(await store.activities.model.countDocuments()).toBe(1)
  await close()
})

test('what has become wrong is asked again, and then confirmed again', async () => {
  const { run, person, close } = await openCommandStore()
  const by = await person('王社工', [{ role: 'socialWorker', scope: { kind: 'all' } }])
  const start = at('2026-12-05 09:00').getTime()
  const args = { title: '探访', category: '老人服务', place: '福利院', confirm: true }
  const backwards = await run(runPost, { ...args, start, end: start - 1, places: 1 }, { by })
  expect(backwards.text).toContain('结束时间要晚于开始时间')
  expect(backwards.question?.args).toMatchObject({ start: undefined, end: undefined })
  for (const places of [0, 100_001, 1.5]) {
    const { text, question } = await run(runPost, { ...args, start, end: start + 1, places }, { by })
    expect(text).toContain('1 到 100000')
    expect(question?.args).not.toHaveProperty('confirm')
  }
  await close()
})
