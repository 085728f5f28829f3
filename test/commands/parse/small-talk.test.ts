import { describe, expect, test } from 'vitest'
import { commands } from '../../../src/commands/index.ts'
import { textsFor } from '../../../src/locale/index.ts'
import { direct, inGroup } from '../../support/parsing.ts'

/** What people say to each other, and sometimes to us: none of it asks for a command. */
const talk = `
早上好
大家早
中午吃什么
今天好冷啊
明天会下雨吗
周末去爬山吧
我到家了
路上小心
注意安全
生日快乐
节日快乐
恭喜恭喜
笑死我了
真的假的
不会吧
太厉害了
我也觉得
说得对
没关系
不客气
不好意思打扰了
你吃饭了没
我刚吃完
我在开会
等会儿给你打电话
我妈做的菜最好吃
孩子今天考试
我儿子上小学了
孩子病了在医院
我会想你们的
我会努力的
我会转告他
我不会做饭
谁的伞忘在教室了
谁有充电器
有人看到我的钥匙吗
这个月的水费交了
今年过年早
报纸送来了
新手机真好用
手机没电了
换个话题吧
换衣服去了
我的手机号是多少来着
他把票退了
老师不在
小区停水了
楼下在装修
天气预报说有台风
地铁挤死了
电视好看
这家店的英文菜单好难懂
他说中文说得很好
老张最近怎么样
王阿姨身体好多了
上周的电影不错
昨晚没睡好
我先忙了
晚安
拜拜
good morning
see you tomorrow
have a nice weekend
how are you
nice weather today
happy birthday
my son is five
my phone is dead
that was fun
the bus is full
I am at home
she speaks English well
what a day
the report on TV was long
congratulations
no worries
so tired
let us have lunch
maybe later
good night
`
  .trim()
  .split('\n')

describe('small talk', () => {
  test.each(talk)('「%s」 asks for nothing', (text) => {
    const { actions, suggestion, either } = direct(text)
    expect({ actions, suggestion, either }).toEqual({ actions: [] })
    expect(inGroup(text).actions).toEqual([])
  })
})

describe('what help gives as an example', () => {
  const lines = (['zh-CN', 'en'] as const).flatMap((locale) =>
    Object.entries(textsFor(locale).help.commands).map(
      ([name, { example }]) => [example, name] as [string, string],
    ),
  )

  test.each(lines)('%s is %s', (example, name) =>
    expect(direct(example).actions.map(({ command }) => command)).toEqual([name]),
  )

  test('every word alone is its own command, or needs more', () => {
    for (const { name, words } of commands)
      for (const word of [...words['zh-CN'], ...words.en]) {
        const { actions, either } = direct(word)
        expect([word, actions.map(({ command }) => command).filter((one) => one !== name)]).toEqual([
          word,
          [],
        ])
        expect([word, either]).toEqual([word, undefined])
      }
  })
})
