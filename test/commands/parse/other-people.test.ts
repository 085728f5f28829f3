import { describe, expect, test } from 'vitest'
import { direct } from '../../support/parsing.ts'

/** Commands that act on whoever says them. */
const forSelf = ['signup', 'cancel', 'checkin', 'checkout', 'log', 'request-excuse', 'late']

describe('words that may mean somebody else', () => {
  test.each([
    '报名 A1 没有这人',
    '报名A1那个新来的阿姨',
    'A1报名没有这人',
    'signup A1 nobody-of-that-name-at-all-in-this-house 1',
    '签到 A1 李秀英',
    'A1签到张三',
    'checkin A1 Mary Smith',
    '签退 A1 李秀英',
    '签退A1张三 李四',
    '李秀英周六来不了',
    '李秀英来不了 A1 了',
    '张三 11月28日 的 A1 去不了',
    '我妈妈周六来不了了',
    '他周六来不了',
    'Mary Smith can’t make it to A1'.replace('’', "'"),
    "my mother can't come to A1",
    '李秀英想参加 A1',
    '帮李秀英想报名A1',
    '李秀英做了3小时 A1',
    '她上周六做了3小时',
    '李秀英想请假 A1',
    '李秀英要晚到10分钟',
    '晚到 A1 李秀英',
    '把李秀英的A1取消',
    '把李秀英取消',
    '帮李秀英取消A1',
  ])('「%s」 does and suggests nothing to the sender', (text) => {
    const { actions, suggestion } = direct(text)
    const done = actions.filter(
      ({ command, args }) => forSelf.includes(command) && !args.unclear && !args.who,
    )
    expect(done).toEqual([])
    expect(forSelf).not.toContain(suggestion?.action.command)
  })

  test.each<[string, string]>([
    ['我周六来不了了', 'cancel'],
    ['周六来不了', 'cancel'],
    ['孩子病了，我来不了', 'cancel'],
    ['时间冲突去不了 A1', 'cancel'],
    ['我想参加 A1', 'signup'],
    ['我做了3小时 A1', 'log'],
    ["I can't come to A1", 'cancel'],
  ])('「%s」 is still asked about as %s of the sender', (text, command) => {
    expect(direct(text).suggestion?.action.command).toBe(command)
  })

  test.each(['核实 A1 没有这人', '缺席 A1 没有这人', '准假 A1 没有这人', '补录 A1 没有这人吗'])(
    '「%s」 leads back to the command, which asks whom',
    (text) => {
      const { suggestion } = direct(text)
      expect(suggestion?.action.args).toEqual({ code: 'A1' })
    },
  )
})
