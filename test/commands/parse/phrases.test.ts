import { describe, expect, test } from 'vitest'
import { direct, inGroup } from '../../support/parsing.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }
const year = { from: '2026-01-01', to: '2026-12-31' }

/** What is said, the command that is asked back, its arguments, and the words it is asked back in. */
const asked: [string, string, object, string][] = [
  ['我要开证明', 'certificate', {}, '证明'],
  ['开个志愿证明', 'certificate', {}, '证明'],
  ['我的证明', 'certificate', {}, '证明'],
  ['my certificate', 'certificate', {}, 'certificate'],
  ['我想退队', 'leave', {}, '退出'],
  ['I want to leave the team', 'leave', {}, 'leave'],
  ['把我的资料给我', 'export', {}, '导出'],
  ['send me my data', 'export', {}, 'export'],
  ['删除我的账号', 'close-account', {}, '注销'],
  ['delete my account', 'close-account', {}, 'close account'],
  ['我晚点到', 'late', {}, '晚到'],
  ['晚点到', 'late', {}, '晚到'],
  ['我可能晚到十分钟', 'late', { minutes: 10 }, '晚到 10分钟'],
  ['路上堵车了', 'late', {}, '晚到'],
  ["I'll be late 10 minutes", 'late', { minutes: 10 }, 'late 10 min'],
  ['stuck in traffic', 'late', {}, 'late'],
  ['我要投诉', 'report', {}, '反映'],
  ['有个情况要反映', 'report', {}, '反映'],
  ['我有点意见想跟你们反映', 'report', {}, '反映'],
  ['我会剪头发', 'skills', { skills: ['剪头发'] }, '专长 剪头发'],
  ['我也会说粤语', 'skills', { skills: ['说粤语'] }, '专长 说粤语'],
  ['I can cut hair', 'skills', { skills: ['cut hair'] }, 'skills cut hair'],
  ['谁还没签到', 'roster', {}, '名单'],
  ['A12谁没来', 'roster', { code: 'A12' }, '名单 A12'],
  ["who hasn't checked in", 'roster', {}, 'roster'],
  ["who didn't show up at A12", 'roster', { code: 'A12' }, 'roster A12'],
  ['再发一次上周的活动', 'repost', {}, '再发'],
  ['把A12再发一次', 'repost', { code: 'A12' }, '再发 A12'],
  ['repeat last week', 'repost', {}, 'repost'],
  ['排名', 'top', {}, '排行'],
  ['谁时长最多', 'top', {}, '排行'],
  ['who has the most hours', 'top', {}, 'top'],
  ['这个月服务了多少人', 'stats', { period: november }, '统计 本月'],
  ['今年多少人次', 'stats', { period: year }, '统计 今年'],
  ['月报表', 'stats', {}, '统计'],
  ['报表', 'stats', {}, '统计'],
  ['how many people did we serve this month', 'stats', { period: november }, 'stats this month'],
  ['请用中文', 'lang', { locale: 'zh-CN' }, '语言 zh'],
  ['用英语吧', 'lang', { locale: 'en' }, '语言 en'],
  ['English please', 'lang', { locale: 'en' }, 'lang en'],
  ['我的星级', 'me', {}, '我'],
  ['怎么用', 'help', {}, '帮助'],
  ['还缺人吗', 'list', {}, '活动'],
]

/** What may be several things: how each is said is told, and nothing is open. */
const told: [string, string[]][] = [
  ['我想退出', ['leave', 'stop', 'close-account']],
  ['不想用了', ['stop', 'leave', 'close-account']],
  ["I don't want to use this any more", ['stop', 'leave', 'close-account']],
  ['我要换手机号', ['link', 'new-chat']],
  ['我换号了', ['link', 'new-chat']],
  ['I have a new phone', ['link', 'new-chat']],
  ['给孩子报名', ['for', 'guardian']],
  ['我孩子想参加', ['for', 'guardian']],
  ['my son wants to join', ['for', 'guardian']],
  ['人工', ['report']],
  ['找社工', ['report']],
  ['talk to a human', ['report']],
  ['我有哪些待办', ['pending', 'shifts']],
  ['有什么要处理的', ['pending', 'shifts']],
  ['what is waiting for me', ['pending', 'shifts']],
  ['人手不够', ['call', 'remind']],
  ['周六的活动不办了', ['call-off', 'reschedule']],
  ['通知一下大家', ['notify', 'broadcast']],
  ['让张三当队长', ['grant']],
]

describe('everyday words', () => {
  test.each(asked)('%s is asked back', (text, command, args, said) =>
    expect(direct(text)).toMatchObject({
      actions: [],
      suggestion: { action: { command, args }, said, reason: 'phrase' },
    }),
  )

  test.each(told)('%s may be several things', (text, either) =>
    expect(direct(text)).toEqual({ actions: [], either }),
  )

  test.each([...asked, ...told].map(([text]) => text))('%s is nothing in a group', (text) =>
    expect(inGroup(text)).toEqual({ actions: [] }),
  )
})
