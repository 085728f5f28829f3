import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { textsFor } from '../../src/locale/index.ts'
import { type App, startApp } from '../support/app.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

test('every command has a line in help, and every line a command', () => {
  const { commands: lines } = textsFor('zh-CN').help
  const names = commands.map(({ name }) => name).sort()
  expect(Object.keys(lines).sort()).toEqual(names)
})

test.each(['zh-CN', 'en'] as const)('every example in %s begins with a word of its command', (locale) => {
  const lines: Record<string, { example: string }> = textsFor(locale).help.commands
  const strange = commands.filter(({ name, words }) =>
    words[locale].every((word) => !lines[name]?.example.startsWith(word)),
  )
  expect(strange.map(({ name }) => name)).toEqual([])
})

describe('帮助', () => {
  test('shows a stranger how to begin', async () => {
    const answer = await app.person('stranger').says('帮助')
    expect(answer.here).toBe(
      '大家：帮助 · 认领 abc123 · 注册 张三 · 我 · 活动 · 反映 楼道灯坏了 · 关联 · 换号 V000123 · 语言 en · 退订\n想知道哪一句怎么用，说「帮助 报名」这样就行。',
    )
    expect(answer.quickReplies).toEqual(['我', '活动', '关联'])
  })

  test('shows each only what they may use, and what has served its purpose no more', async () => {
    const chen = await app.admin()
    const all = await chen.say('帮助')
    expect(all).not.toContain('认领')
    for (const line of ['义工：报名 A12', '队长：发布', '社工：', '管理员：排行 10 · 队 新建 南园队'])
      expect(all).toContain(line)
    expect(all).not.toContain('绑定')
    expect(all.split('\n').length).toBeLessThanOrEqual(8)
    const zhang = await app.registered('zhang', '张三')
    const own = await zhang.say('帮助')
    expect(own).not.toMatch(/注册|队长|社工|管理员|广播|统计/)
    expect(own).toContain('记时 A12 3小时')
  })

  test('in a group shows what is said there, in at most six lines', async () => {
    const chen = app.person('chen')
    const { here } = await chen.says('帮助', { room: 'r-1' })
    expect(here).toContain('绑定 南园队')
    expect(here.split('\n').length).toBeLessThanOrEqual(6)
  })

  test('explains one by any of its words, and says who does what is not mine', async () => {
    const zhang = app.person('zhang')
    expect(await zhang.say('帮助 报名')).toContain('「报名 A12」报名一个活动；满了可以候补。')
    expect(await zhang.say('help signup')).toContain('「报名 A12」')
    expect(await zhang.say('帮助 统计')).toContain('这件事由队长或社工来做。')
    expect(await zhang.say('帮助 飞行')).toMatch(/^没有「飞行」这个说法。能说的有：\n大家：/)
  })
})
