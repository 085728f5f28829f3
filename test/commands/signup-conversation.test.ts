import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../../src/store/activities.ts'
import { startApp, type App } from '../support/app.ts'
import { at } from '../support/command-store.ts'
import { postActivity } from '../support/post-activity.ts'

// Signing up, waiting, being offered a place and giving it back, the way people say it, on the real path.
// It is Tuesday, 24 November 2026, 10:00 in Shanghai.

let app: App
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
})
afterAll(() => app.stop())

const somebody = (name: string) => app.somebody(name)
const post = (said?: Partial<Activity>) => postActivity(app.store, said)

const leader = (name: string, team?: string) => app.withRole('leader', name, team)

const saturday = '11月28日 周六 9:00-12:00'

describe('报名', () => {
  test('takes a place, says what to bring, and says so again', async () => {
    const code = await post({ bring: '水', risk: '需上下楼梯', meetAt: '福利院东门' })
    const zhang = await somebody('张三')
    expect(await zhang.say(`报名${code}`)).toBe(
      `报名成功：${code} 探访老人 ${saturday}，福利院东门。来不了就回复「取消 ${code}」。\n请带：水\n风险提示：需上下楼梯`,
    )
    expect(await zhang.say(`报名 ${code}`)).toBe(`${code} 你已经报名了，不用再报。`)
    expect(await app.store.activities.find(code)).toMatchObject({ taken: 1 })
  })

  test('without a code offers what fits, and takes the code as the answer', async () => {
    const li = await somebody('李四')
    const [fits, tooHard] = [await post({ title: '清洁海滩' }), await post({ skills: ['潜水'] })]
    const asked = await li.says('报名')
    expect(asked.direct).toContain('报名哪个活动？回复编号。')
    expect(asked.quickReplies).toContain(fits)
    expect(asked.quickReplies).not.toContain(tooHard)
    expect(await li.say(fits)).toContain(`报名成功：${fits} 清洁海滩`)
  })

  test('answers each of several codes in a line of its own', async () => {
    const wang = await somebody('王五')
    const [first, second] = [
      await post(),
      await post({ start: at('2026-11-29 09:00'), end: at('2026-11-29 12:00') }),
    ]
    const lines = (await wang.say(`报名${first}、${second}、A9999`)).split('\n')
    expect(lines).toEqual([
      expect.stringContaining(`报名成功：${first} `),
      expect.stringContaining(`报名成功：${second} `),
      '没有找到活动 A9999。回复「活动」看看有哪些。',
    ])
  })

  test('names the activity it collides with', async () => {
    const zhao = await somebody('赵六')
    const [first, second] = [
      await post(),
      await post({ start: at('2026-11-28 11:00'), end: at('2026-11-28 14:00') }),
    ]
    await zhao.say(`报名 ${first}`)
    expect(await zhao.say(`报名 ${second}`)).toBe(
      `你已经报名了 ${first}，和 ${second} 时间冲突。要换的话先回复「取消 ${first}」。`,
    )
    await zhao.say(`取消 ${first}`)
    expect(await zhao.say(`报名 ${second}`)).toContain('报名成功')
  })

  test.each<[string, Partial<Activity>, RegExp]>([
    ['over', { start: at('2026-11-20 09:00'), end: at('2026-11-20 12:00') }, /已经结束了/],
    ['called off', { state: 'cancelled' }, /已经停办了/],
    ['for people who can dive', { skills: ['潜水'] }, /需要潜水，你的资料里还没有/],
    ['for people from 60', { minAge: 60 }, /要求满 60 岁，你还不到/],
  ])('is refused with one sentence when the activity is %s', async (_what, said, sentence) => {
    const code = await post(said)
    expect(await (await somebody('小明')).say(`报名 ${code}`)).toMatch(sentence)
    expect(await app.store.activities.find(code)).toMatchObject({ taken: 0 })
  })

  test('below 18 dangerous activities are closed, below 14 all without a guardian', async () => {
    const [plain, dangerous] = [await post(), await post({ dangerous: true })]
    const teen = await app.registered('teen', '小红', '2010')
    expect(await teen.say(`报名 ${dangerous}`)).toContain('要求满 18 岁')
    expect(await teen.say(`报名 ${plain}`)).toContain('报名成功')
  })

  test('in a group tells everybody that it worked, but reasons only to the one they are about', async () => {
    const chen = await somebody('陈七')
    const [open, hard] = [await post(), await post({ minAge: 60 })]
    const done = await chen.says(`报名 ${open}`, { room: 'r-1' })
    expect(done.here).toContain(`报名成功：${open}`)
    const refused = await chen.says(`报名 ${hard}`, { room: 'r-1' })
    expect(refused.here).toBe('已私信给你。')
    expect(refused.direct).toContain('要求满 60 岁')
  })

  test('in English', async () => {
    const code = await post()
    const amy = await somebody('Amy')
    await app.store.identities.setLocale(amy.identity, 'en')
    expect(await amy.say(`signup ${code}`)).toBe(
      `You are signed up: ${code} 探访老人 28 Nov Sat 9:00-12:00, 福利院. If you cannot come, say "cancel ${code}".`,
    )
    expect(await amy.say('shifts')).toBe(
      `Your next activities:\n${code} 探访老人 28 Nov Sat 9:00-12:00, 福利院`,
    )
    expect(await amy.say(`cancel ${code}`)).toBe(
      `Cancelled: ${code} 探访老人 28 Nov Sat 9:00-12:00. Thank you for telling us.`,
    )
  })
})

describe('报名 for somebody else', () => {
  test('a leader signs up somebody of the team, who is told; the actor stands in the row', async () => {
    const code = await post()
    const [hu, li] = [await leader('胡队长'), await somebody('李秀英')]
    const said = await hu.says(`报名 ${code} 李秀英`)
    expect(said.direct).toBe(`已为李秀英报名：${code} 探访老人 ${saturday}，福利院。`)
    expect(await li.hears('胡队长 替你办了报名。')).toBe(
      `胡队长 替你办了报名。报名成功：${code} 探访老人 ${saturday}，福利院。来不了就回复「取消 ${code}」。`,
    )
    expect(await app.store.signups.find(code, li.number)).toMatchObject({ steps: [{ by: hu.number }] })
    expect(await app.store.signups.find(code, hu.number)).toBeNull()
  })

  test('nobody else may, and the sender is never signed up instead', async () => {
    const code = await post()
    const [zhang, other] = [await somebody('张小花'), await leader('北园队长', '北园队')]
    await somebody('李小花')
    expect(await zhang.say(`报名 ${code} 李小花`)).toContain('别人的报名由队长或社工来办')
    expect(await other.say(`报名 ${code} 李小花`)).toBe('这件事由南园队的队长或社工来做，请联系他们。')
    expect(await app.store.activities.find(code)).toMatchObject({ taken: 0, waiting: [] })
  })

  test('namesakes are asked for by number', async () => {
    const code = await post()
    const [ma, one, two] = [await leader('马队长'), await somebody('周杰'), await somebody('周杰')]
    expect(await ma.say(`报名 ${code} 周杰`)).toBe(
      `有几位「周杰」，请用义工号说明是哪一位：${one.number} ${two.number}`,
    )
    expect(await ma.say(two.number.toLowerCase())).toContain('已为周杰报名')
    expect(await app.store.signups.find(code, two.number)).toMatchObject({ state: 'confirmed' })
    expect(await ma.say(`取消 ${code} 周杰`)).toContain('有几位「周杰」')
    expect(await ma.say(two.number)).toContain(`已取消周杰的 ${code}`)
    expect(await app.store.signups.find(code, two.number)).toMatchObject({ state: 'cancelled' })
  })

  test('in a group neither names nor numbers are said', async () => {
    const code = await post()
    const lu = await leader('卢队长')
    await Promise.all([somebody('吴双'), somebody('吴双')])
    for (const [who, why] of [
      ['吴双', '有几位「吴双」'],
      ['吴天明', '没有找到「吴天明」'],
    ]) {
      const asked = await lu.says(`报名 ${code} ${who}`, { room: 'r-2', mention: true })
      expect(asked.here).toBe('已私信给你。')
      expect(asked.direct).toContain(why)
    }
  })
})

describe('取消', () => {
  test('gives the place back and tells whoever is responsible, with the reason', async () => {
    const zhu = await somebody('朱社工')
    const code = await post({ responsible: zhu.number })
    const qian = await somebody('钱一')
    await qian.say(`报名 ${code}`)
    expect(await qian.say(`取消 ${code} 发烧了`)).toBe(`已取消 ${code} 探访老人 ${saturday}，谢谢告诉我们。`)
    expect(await zhu.hears('取消了')).toBe(
      `钱一（${qian.number}）取消了 ${code} 探访老人 ${saturday}。原因：发烧了`,
    )
    expect(await app.store.activities.find(code)).toMatchObject({ taken: 0 })
    expect(await qian.say(`取消 ${code}`)).toBe(`你没有报名 ${code}，不用取消。`)
    expect(await qian.say(`报名 ${code}`)).toContain('报名成功')
  })

  test('within 24 hours of the start it is noted as late', async () => {
    const code = await post({ start: at('2026-11-24 20:00'), end: at('2026-11-24 22:00') })
    const sun = await somebody('孙二')
    await sun.say(`报名 ${code}`)
    expect(await sun.say(`取消 ${code}`)).toContain('离开始不到 24 小时，记为临时取消。')
    const row = await app.store.signups.find(code, sun.number)
    expect(row?.steps.at(-1)).toMatchObject({ state: 'cancelled', late: true })
  })

  test('without a code names the only one, or asks which', async () => {
    const [first, second] = [
      await post(),
      await post({ start: at('2026-11-29 09:00'), end: at('2026-11-29 12:00') }),
    ]
    const wu = await somebody('吴三')
    expect(await wu.say('取消报名')).toBe(
      '你现在没有报名的活动，不用取消，放心。想来的时候说「活动」看看有哪些。',
    )
    await wu.say(`报名 ${first}`)
    expect(await wu.says('取消报名')).toMatchObject({
      direct: `要取消 ${first} 探访老人 ${saturday} 吗？回复 ${first} 就取消。`,
      quickReplies: [first],
    })
    await wu.say(`报名 ${second}`)
    expect((await wu.says('取消报名')).quickReplies).toEqual([first, second])
    expect(await wu.say(second)).toContain(`已取消 ${second}`)
  })

  test('said in half a sentence it is asked back with its date and code, and done after 是', async () => {
    const code = await post()
    await post({ start: at('2026-11-29 09:00'), end: at('2026-11-29 12:00') })
    const wei = await somebody('卫七')
    await wei.say(`报名 ${code}`)
    expect(await wei.say('我周六来不了了')).toBe(
      `你是想「取消 11月28日 周六 的 ${code} 探访老人」吗？回复「是」。`,
    )
    expect(await app.store.signups.find(code, wei.number)).toMatchObject({ state: 'confirmed' })
    expect(await wei.say('是')).toContain(`已取消 ${code}`)
    expect(await wei.say('我周日来不了')).toBe(
      '你现在没有报名的活动，不用取消，放心。想来的时候说「活动」看看有哪些。',
    )
    await wei.say(`报名 ${code}`)
    expect(await wei.say('我周日来不了')).toBe(
      '11月29日 周日 你没有报名的活动，不用取消，放心。说「我的班次」看看自己报了哪些。',
    )
    expect(await wei.say('A99我去不了')).toContain('没有报名 A99')
    await wei.say('lang en')
    await wei.say(`signup ${code}`)
    expect(await wei.say("i can't make it")).toContain(`cancel ${code} 探访老人 on 28 Nov Sat`)
  })

  test('a name somebody bears is no reason for giving up one’s own place', async () => {
    const code = await post()
    const zheng = await somebody('郑四')
    await somebody('冯小五')
    await zheng.say(`报名 ${code}`)
    expect(await zheng.say(`取消 ${code} 冯小五`)).toContain('别人的报名由队长或社工来办')
    expect(await app.store.signups.find(code, zheng.number)).toMatchObject({ state: 'confirmed' })
  })
})

describe('the waiting list', () => {
  /** An activity with one place that is taken, and somebody who waits. */
  async function full(said: Partial<Activity> = {}) {
    const code = await post({ places: 1, ...said })
    const [first, second] = [await somebody('先来'), await somebody('后到')]
    await first.say(`报名 ${code}`)
    const answer = await second.say(`报名 ${code}`)
    return { code, first, second, answer }
  }

  test('says the position, and again when asked again', async () => {
    const { code, second, answer } = await full()
    expect(answer).toBe(
      `${code} 探访老人 ${saturday} 名额已满，你排在候补第 1 位。有名额会马上通知你。不想等了就回复「取消 ${code}」。`,
    )
    expect(await second.say(`报名 ${code}`)).toBe(`你已经在 ${code} 的候补名单里，现在第 1 位。`)
    expect(await second.say('我的班次')).toBe(`你接下来的班次：\n${code} 探访老人 ${saturday}（候补第 1 位）`)
    expect(await second.say(`取消 ${code}`)).toBe(`好的，你已退出 ${code} 的候补。`)
  })

  test('a free place is offered to the first, who takes it with 1', async () => {
    const { code, first, second } = await full()
    await first.say(`取消 ${code}`)
    expect(await second.hears('有名额了')).toMatch(
      new RegExp(
        `^有名额了：${code} 探访老人 ${saturday}，福利院。\n请在 \\d+:\\d\\d 前回复：1 参加 / 2 不参加。$`,
      ),
    )
    expect(await second.say('1')).toBe(
      `好的，名额是你的了：${code} 探访老人 ${saturday}，福利院。来不了就回复「取消 ${code}」。`,
    )
    expect(await app.store.activities.find(code)).toMatchObject({ taken: 1, holds: [], waiting: [] })
    expect(await first.say(`报名 ${code}`)).toContain('候补第 1 位')
  })

  test('2 passes it on to the next', async () => {
    const { code, first, second } = await full()
    const third = await somebody('第三')
    expect(await third.say(`报名 ${code}`)).toContain('候补第 2 位')
    await first.say(`取消 ${code}`)
    await second.hears('有名额了')
    expect(await second.say('2')).toBe(`好的，${code} 的名额让给下一位了。`)
    await third.hears('有名额了')
    expect(await third.say(`报名 ${code}`)).toContain('报名成功')
  })

  test('nobody passes somebody who waits', async () => {
    const { code, first, second } = await full()
    await first.say(`取消 ${code}`)
    const late = await somebody('插队')
    expect(await late.say(`报名 ${code}`)).toContain('候补第')
    await second.hears('有名额了')
  })

  test('an offer nobody answers goes to the next after half an hour', async () => {
    const { code, first, second } = await full()
    const third = await somebody('第三位')
    await third.say(`报名 ${code}`)
    await first.say(`取消 ${code}`)
    await second.hears('有名额了')
    app.clock.forward(31 * 60_000)
    expect(await second.hears('没有等到你的答复')).toContain(`回复「报名 ${code}」重新排队`)
    await third.hears('有名额了')
    expect(await second.say(`1 ${code}`)).not.toContain('名额是你的了')
    expect(await third.say(`1 ${code}`)).toContain('名额是你的了')
  })

  test('an offer that meets another activity by now goes to the next', async () => {
    const { code, first, second } = await full()
    const other = await post()
    await second.say(`报名 ${other}`)
    await first.say(`取消 ${code}`)
    await second.hears('有名额了')
    expect(await second.say(`1 ${code}`)).toBe(
      `这个时间你已经报名了 ${other}，${code} 的名额就让给下一位了。`,
    )
    expect(await app.store.activities.find(code)).toMatchObject({ taken: 0, holds: [] })
  })
})

describe('我的班次 and 名单', () => {
  test('shifts are listed soonest first, in a group only to the asker', async () => {
    const yang = await somebody('杨六')
    expect(await yang.say('我的班次')).toBe('你还没有报名接下来的活动。回复「活动」看看有哪些。')
    const [later, sooner] = [
      await post(),
      await post({ start: at('2026-11-27 09:00'), end: at('2026-11-27 12:00') }),
    ]
    await yang.say(`报名${later}、${sooner}`)
    const said = await yang.says('我的班次', { room: 'r-1' })
    expect(said.here).toBe('已私信给你。')
    expect(said.direct).toBe(
      `你接下来的班次：\n${sooner} 探访老人 11月27日 周五 9:00-12:00，福利院\n${later} 探访老人 ${saturday}，福利院`,
    )
  })

  test('the list of who comes goes to the leader alone, with numbers, counts and who waits', async () => {
    const code = await post({ places: 1 })
    const [he, one, two] = [await leader('何队长'), await somebody('许七'), await somebody('沈八')]
    expect(await he.say(`名单 ${code}`)).toContain('还没有人报名。')
    await one.say(`报名 ${code}`)
    await two.say(`报名 ${code}`)
    const said = await he.says(`名单 ${code}`, { room: 'r-1' })
    expect(said.here).toBe('已私信给你。')
    expect(said.direct).toBe(
      [
        `${code} 探访老人 ${saturday}`,
        '已报名 1/1，待答复 0，候补 1',
        `1. 许七 ${one.number}`,
        '候补：',
        `1. 沈八 ${two.number}`,
      ].join('\n'),
    )
    expect(await one.say(`名单 ${code}`)).toContain('这件事由队长或社工来做')
    expect(await (await leader('别队长', '北园队')).say(`名单 ${code}`)).toContain(
      '这件事由南园队的队长或社工来做',
    )
  })
})
