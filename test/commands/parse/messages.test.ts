import { describe, expect, test } from 'vitest'
import { direct, inGroup } from '../../support/parsing.ts'

const a12 = { codes: ['A12'] }
const day = (date: string) => ({ from: date, to: date })
const twentySix = { period: { from: '2026-01-01', to: '2026-12-31' } }
const november = { period: { from: '2026-11-01', to: '2026-11-30' } }
const home = { title: '探访老人', category: '老人服务', place: '福利院', places: 10 }
const saturday = {
  start: Date.parse('2026-11-28T09:00:00+08:00'),
  end: Date.parse('2026-11-28T12:00:00+08:00'),
}

describe('said to the bot', () => {
  test.each<[string, string, object]>([
    ['帮助', 'help', {}],
    ['菜单', 'help', {}],
    ['/help', 'help', {}],
    ['？', 'help', {}],
    ['帮助 报名', 'help', { topic: '报名' }],
    ['help Signup', 'help', { topic: 'signup' }],
    ['认领 k7Qp-2x', 'claim', { code: 'k7Qp-2x' }],
    ['claim CODE', 'claim', { code: 'CODE' }],
    ['关联 k7m2p qr4tx', 'link', { code: 'k7m2p qr4tx' }],
    ['换号 v123', 'new-chat', { number: 'V000123' }],
    ['监护 张小明 2015', 'guardian', { child: '张小明', birth: '2015' }],
    ['代 张小明报名A12', 'for', { who: '张小明', command: 'signup', args: { codes: ['A12'] } }],
    ['代 v9 1 A12', 'for', { who: 'V000009', answer: { answer: 'yes', code: 'A12' } }],
    ['合并 V000123 V000456', 'merge', { into: 'V000123', from: 'V000456' }],
    ['合并 撤销 V000456', 'merge', { from: 'V000456', undo: true }],
    ['注册', 'register', {}],
    ['注册张三', 'register', { name: '张三' }],
    [
      '注册 张三 13800000000 法律援助',
      'register',
      { name: '张三', phone: '13800000000', skills: ['法律援助'] },
    ],
    ['注册 13800000000 张三', 'register', { name: '张三', phone: '13800000000' }],
    ['注册 张三 1990', 'register', { name: '张三', birth: '1990' }],
    ['register Mary Smith', 'register', { name: 'Mary Smith' }],
    ['我', 'me', {}],
    ['我的信息', 'me', {}],
    ['ME', 'me', {}],
    ['活动', 'list', {}],
    ['#活动', 'list', {}],
    ['活动列表', 'list', {}],
    ['list', 'list', {}],
    ['activities', 'list', {}],
    ['活动 A12', 'list', { code: 'A12' }],
    ['A12', 'list', { code: 'A12' }],
    ['ａ１２', 'list', { code: 'A12' }],
    ['活动 本周', 'list', { from: '2026-11-23', to: '2026-11-29' }],
    ['活动 周六', 'list', day('2026-11-28')],
    ['活动 老人服务', 'list', { category: '老人服务' }],
    ['活动 南园队 老人服务', 'list', { team: '南园队', category: '老人服务' }],
    ['活动 1月3日', 'list', day('2027-01-03')],
    ['报名', 'signup', { codes: [] }],
    ['报名12', 'signup', { codes: [] }],
    ['报名A12', 'signup', a12],
    ['报名 A 12 谢谢', 'signup', a12],
    ['a12报名', 'signup', a12],
    ['A12 报名', 'signup', a12],
    ['报名　Ａ１２。', 'signup', a12],
    ['我要报名A12', 'signup', a12],
    ['!报名\u2005A12', 'signup', a12],
    ['报\u200b名A12', 'signup', a12],
    ['报名A12、A15', 'signup', { codes: ['A12', 'A15'] }],
    ['报名 A12 和 A15', 'signup', { codes: ['A12', 'A15'] }],
    ['报名 A12 A12', 'signup', a12],
    ['signup A12 please', 'signup', a12],
    ['Sign up for a12', 'signup', a12],
    ['报名 A1 没有这人', 'signup', { codes: ['A1'], unclear: '没有这人' }],
    ['报名 A12 李秀英', 'signup', { codes: ['A12'], who: '李秀英' }],
    ['报名 A12 v123', 'signup', { codes: ['A12'], who: 'V000123' }],
    ['取消', 'cancel', { codes: [] }],
    ['取消A12', 'cancel', a12],
    ['取消报名A12', 'cancel', a12],
    ['A12取消', 'cancel', a12],
    ['cancel A12', 'cancel', a12],
    ['取消 A12 李秀英', 'cancel', { codes: ['A12'], who: '李秀英', reason: '李秀英' }],
    ['我的班次', 'shifts', {}],
    ['shifts', 'shifts', {}],
    ['my shifts', 'shifts', {}],
    ['发布', 'post', {}],
    ['发布 探访老人 | 老人服务 | 周六9:00-12:00 | 福利院 | 10人', 'post', { ...home, ...saturday }],
    ['发布 探访老人｜老人服务｜周六9:00-12:00｜福利院｜10人', 'post', { ...home, ...saturday }],
    ['发布，探访老人，老人服务，周六9:00-12:00，福利院，10人', 'post', { ...home, ...saturday }],
    ['发布\n探访老人\n老人服务\n周六9:00-12:00\n福利院\n10人', 'post', { ...home, ...saturday }],
    ['post 探访老人 | 老人服务 | sat 9:00-12:00 | 福利院 | 10', 'post', { ...home, ...saturday }],
    ['名单 A12', 'roster', { code: 'A12' }],
    ['A12名单', 'roster', { code: 'A12' }],
    ['roster a12', 'roster', { code: 'A12' }],
    ['召集 A12', 'call', { code: 'A12' }],
    ['召集A12 南园队,#法律援助', 'call', { code: 'A12', audience: '南园队,#法律援助' }],
    ['call A12 Nanyuan', 'call', { code: 'A12', audience: 'Nanyuan' }],
    ['广播状态 B7', 'broadcast-status', { code: 'B7' }],
    ['broadcast status b7', 'broadcast-status', { code: 'B7' }],
    ['广播', 'broadcast', {}],
    ['广播 南园队 明天带伞', 'broadcast', { audience: '南园队', text: '明天带伞' }],
    ['广播 南园队、华强队 明天带伞', 'broadcast', { audience: '南园队,华强队', text: '明天带伞' }],
    ['广播 南园队 明天\n带伞', 'broadcast', { audience: '南园队', text: '明天\n带伞' }],
    ['broadcast Nanyuan bring water', 'broadcast', { audience: 'Nanyuan', text: 'bring water' }],
    ['绑定 南园队', 'bind', { team: '南园队' }],
    ['bind Nanyuan', 'bind', { team: 'Nanyuan' }],
    ['记时', 'log', {}],
    ['记时 A12 3小时', 'log', { code: 'A12', minutes: 180 }],
    ['计时A12两个半钟', 'log', { code: 'A12', minutes: 150 }],
    ['登记时长 A12 90分钟', 'log', { code: 'A12', minutes: 90 }],
    ['记时 A12 1小时45分 周六', 'log', { code: 'A12', minutes: 105, date: '2026-11-21' }],
    ['log A12 3 h', 'log', { code: 'A12', minutes: 180 }],
    ['记时 A12 半天', 'log', { code: 'A12', unclear: '半天' }],
    ['时长', 'hours', {}],
    ['我的时长', 'hours', {}],
    ['时长 2026', 'hours', twentySix],
    ['hours this month', 'hours', november],
    ['待核', 'pending', {}],
    ['待核实', 'pending', {}],
    ['pending', 'pending', {}],
    ['核实 A12 全部', 'verify', { code: 'A12', pick: 'all' }],
    ['核实A12张三 李四', 'verify', { code: 'A12', pick: 'some', who: ['张三', '李四'] }],
    ['核实 A12 除 王五', 'verify', { code: 'A12', pick: 'except', who: ['王五'] }],
    ['核实 A12 张三 2小时', 'verify', { code: 'A12', pick: 'some', who: ['张三'], minutes: 120 }],
    ['verify A12 all', 'verify', { code: 'A12', pick: 'all' }],
    ['驳回 H55 没有到', 'reject', { entry: 'H55', reason: '没有到' }],
    ['reject H55 did not come', 'reject', { entry: 'H55', reason: 'did not come' }],
    ['统计', 'stats', {}],
    ['统计 本月 按队', 'stats', { ...november, by: 'team' }],
    ['统计按类别2026', 'stats', { ...twentySix, by: 'category' }],
    ['按队统计', 'stats', { by: 'team' }],
    ['按月统计 2026', 'stats', { ...twentySix, by: 'month' }],
    ['统计 按社工 同比 本月', 'stats', { ...november, by: 'verifier', compare: true }],
    ['统计 本月 截至 11月5日', 'stats', { ...november, until: '2026-11-05' }],
    ['统计截至11月5日按站', 'stats', { by: 'station', until: '2026-11-05' }],
    ['stats 2026 by social worker as of 11-05', 'stats', { ...twentySix, until: '2026-11-05' }],
    ['stats this month by station', 'stats', { ...november, by: 'station' }],
    ['队', 'team', { verb: 'list' }],
    ['队 新建 北园队', 'team', { verb: 'new', name: '北园队', kind: 'service' }],
    ['队新建 北园队', 'team', { verb: 'new', name: '北园队', kind: 'service' }],
    ['新建队 红荔医院团体队', 'team', { verb: 'new', name: '红荔医院团体队', kind: 'group' }],
    ['队 新建 北园队｜梅林站｜团体队', 'team', { name: '北园队', kind: 'group', station: '梅林站' }],
    ['站 新建 园岭站', 'team', { verb: 'new', name: '园岭站', kind: 'station' }],
    ['站新建 园岭', 'team', { verb: 'new', name: '园岭', kind: 'station' }],
    ['站', 'team', { verb: 'list' }],
    ['队 改名 南园队 南园助老队', 'team', { verb: 'rename', name: '南园队', to: '南园助老队' }],
    ['队改名 南园队 -> 南园助老队', 'team', { verb: 'rename', name: '南园队', to: '南园助老队' }],
    ['队 停用 南园队', 'team', { verb: 'close', name: '南园队' }],
    ['team rename Nanyuan to Beiyuan', 'team', { verb: 'rename', name: 'Nanyuan', to: 'Beiyuan' }],
    ['类别 新建 助老服务', 'category', { verb: 'new', name: '助老服务' }],
    ['新建类别 助老服务', 'category', { verb: 'new', name: '助老服务' }],
    ['类别', 'category', { verb: 'list' }],
    ['排行', 'top', {}],
    ['排行 20', 'top', { count: 20 }],
    ['排行 前5名 2026', 'top', { ...twentySix, count: 5 }],
    ['top 10', 'top', { count: 10 }],
    ['解绑', 'unbind', {}],
    ['team new Beiyuan', 'team', { verb: 'new', name: 'Beiyuan', kind: 'service' }],
    ['授权 张三 社工 南园队', 'grant', { who: '张三', role: 'socialWorker', scope: { kind: 'team' } }],
    [
      '授权李社工社工南园队',
      'grant',
      { who: '李社工', role: 'socialWorker', scope: { kind: 'team', name: '南园队' } },
    ],
    ['授权张三南园队队长', 'grant', { who: '张三', role: 'leader', scope: { kind: 'team', name: '南园队' } }],
    ['注册 王桂香 一九五五年三月', 'register', { name: '王桂香', birth: '1955' }],
    ['注册 王桂香 一九五五年三月八日', 'register', { name: '王桂香', birth: '1955-03-08' }],
    ['监护 张小明 二〇一五', 'guardian', { child: '张小明', birth: '2015' }],
    ['grant V123 leader Nanyuan', 'grant', { who: 'V000123', role: 'leader' }],
    ['退订', 'stop', {}],
    ['td', 'stop', {}],
    ['取消订阅', 'stop', {}],
    ['别再发了', 'stop', {}],
    ['stop', 'stop', {}],
    ['订阅', 'start', {}],
    ['start', 'start', {}],
  ])('%s', (text, command, args) => {
    const { actions } = direct(text)
    expect(actions).toMatchObject([{ command, args }])
    if (Object.keys(args).length === 0) expect(actions[0]?.args).toEqual({})
  })

  test('several lines are handled in order, at most five', () => {
    const codes = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6']
    const { actions } = direct(codes.map((code) => `报名${code}`).join('\n'))
    expect(actions.map(({ args }) => args.codes)).toEqual(codes.slice(0, 5).map((code) => [code]))
  })
})

describe('overheard in a group', () => {
  test.each([
    '报名A12',
    '报名　Ａ１２。',
    'a12报名',
    '取消 A12',
    '活动',
    '记时 A12 3小时',
    '退订',
    '核实 A12 张三',
  ])('%s is for the bot', (text) => expect(inGroup(text).actions).toHaveLength(1))

  test.each([
    '活动取消了吗',
    '报名费多少钱',
    '我们几点集合',
    '签到表在谁那',
    '提醒大家明天带水',
    '1',
    'A12',
    '我',
    '我今天去',
    '队',
    '队长在吗',
    '报名',
    '报名了',
    '报名A12了吗',
    '取消A12可以吗',
    '取消',
    '广播全部都停了',
    '别再发了',
    '认领失物',
    '收到',
    '是',
    '#接龙 报名A12\n1. 张三',
    '报名A12\n大家快来',
    '老人摔倒了',
    '包名A12',
  ])('%s stays unanswered', (text) => expect(inGroup(text)).toEqual({ actions: [] }))
})

describe('nearly said', () => {
  test.each<[string, string, object, string]>([
    ['我周六来不了了', 'cancel', { codes: [], date: '2026-11-28' }, 'phrase'],
    ['A12我去不了', 'cancel', a12, 'phrase'],
    ["I can't make it to A12", 'cancel', a12, 'phrase'],
    ['还有名额吗', 'list', {}, 'phrase'],
    ['上周那个活动我做了两个半钟', 'log', { minutes: 150 }, 'phrase'],
    ['我想开一份志愿服务证明', 'certificate', {}, 'phrase'],
    ['服务证明怎么开', 'certificate', {}, 'phrase'],
    ['I need a certificate for school', 'certificate', {}, 'phrase'],
    ['你们存了我的什么', 'my-data', {}, 'phrase'],
    ['帮我删除我的个人信息', 'close-account', {}, 'phrase'],
    ['我想注销', 'close-account', {}, 'phrase'],
    ['A12在哪集合', 'list', { code: 'A12' }, 'phrase'],
    ['取消A12了吗', 'list', { code: 'A12' }, 'phrase'],
    ['报名A12了吗', 'list', { code: 'A12' }, 'phrase'],
    ['把A12取消', 'cancel', a12, 'phrase'],
    ['记3小时', 'log', { minutes: 180 }, 'phrase'],
    ['周六有活动吗', 'list', { from: '2026-11-28', to: '2026-11-28' }, 'phrase'],
    ['明天的活动', 'list', { from: '2026-11-25', to: '2026-11-25' }, 'phrase'],
    ['包名A12', 'signup', a12, 'typo'],
    ['签道', 'checkin', {}, 'typo'],
    ['签倒 A12', 'checkin', { code: 'A12' }, 'typo'],
    ['singup A12', 'signup', a12, 'typo'],
  ])('%s', (text, command, args, reason) => {
    expect(direct(text)).toMatchObject({ actions: [], suggestion: { action: { command, args }, reason } })
  })

  test('a proof of identity is not a certificate of service', () =>
    expect(direct('活动要带身份证明吗').suggestion?.action.command).not.toBe('certificate'))

  test.each(['老人摔倒了', '我不想活了', '救命', 'he has collapsed'])('%s is urgent', (text) =>
    expect(direct(text)).toEqual({ actions: [], urgent: true }),
  )

  test.each(['谢谢', '收到', '好的谢谢', '[微笑]', '👍', '辛苦了！', ''])('「%s」 needs no answer', (text) =>
    expect(direct(text)).toEqual({ actions: [], quiet: true }),
  )

  test('a chain of sign-ups is nobody’s command', () => expect(direct('#接龙 报名A12').actions).toEqual([]))
})
