import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCall } from '../../src/commands/call/run.ts'
import { type AudienceDesk, everything, inTeam, now, openAudienceDesk } from '../support/audience-desk.ts'
import { at } from '../support/command-store.ts'

let desk: AudienceDesk
beforeEach(async () => {
  desk = await openAudienceDesk()
})
afterEach(() => desk.close())

describe('召集 A12 南园队', () => {
  test('shows whom it would reach and with which words, and sends nothing before 是', async () => {
    await desk.team('南园队')
    await desk.room('r-1', '南园队')
    const li = await desk.person('李队长', [inTeam('南园队', 'leader')])
    const code = await desk.activity({ places: 10, taken: 2 })
    const reply = await desk.run(runCall, { code, audience: '南园队' }, { by: li, now })
    expect(reply).toEqual({
      text: `发给 南园队：1 个群。
一分钟内发完（11月24日 周二 10:00）。
内容：
【召集】A1 探访老人（南园队）
时间：11月28日 周六 9:00-12:00
地点：福利院
还差 8 人
风险：没有列出特别的风险；保险：不另外要求
想来回复「报名A1」，私信里回 1 也行，来不了回 2；不想再收到召集回复「退订」
回复「是」就发出去。`,
      quickReplies: ['是', '不'],
      question: { field: 'confirm', args: { code, audience: '南园队' } },
    })
    expect(await desk.store.broadcasts.model.countDocuments()).toBe(0)
  })

  test('是 freezes it and says the code; 不 changes nothing', async () => {
    await desk.team('南园队')
    await desk.room('r-1', '南园队')
    const li = await desk.person('李队长', [inTeam('南园队', 'leader')])
    const code = await desk.activity()
    const no = await desk.run(runCall, { code, audience: '南园队', confirm: false }, { by: li, now })
    expect(no.text).toBe('好的，没有改动。')
    const yes = await desk.run(runCall, { code, audience: '南园队', confirm: true }, { by: li, now })
    expect(yes).toEqual({
      text: 'B1 已开始：1 个群。可说「广播状态 B1」。',
      quickReplies: ['广播状态 B1'],
    })
    expect(await desk.targetsOf('B1')).toEqual(['room r-1'])
  })

  test('the same message again answers the same and sends nothing more, even at the same time', async () => {
    await desk.team('南园队')
    await desk.room('r-1', '南园队')
    const li = await desk.person('李队长', [inTeam('南园队', 'leader')])
    const code = await desk.activity()
    const say = () =>
      desk.run(runCall, { code, audience: '南园队', confirm: true }, { by: li, now, key: 'message-x' })
    const answers = await Promise.all([say(), say(), say()])
    await desk.store.activities.model.updateOne({ _id: code }, { state: 'cancelled' })
    answers.push(await say())
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(await desk.store.broadcasts.model.countDocuments()).toBe(1)
  })

  test('states danger, age, skills and that insurance is needed; full means waiting list', async () => {
    await desk.team('南园队')
    await desk.room('r-1', '南园队')
    const li = await desk.person('李队长', [inTeam('南园队', 'leader')])
    const code = await desk.activity({
      places: 2,
      taken: 2,
      dangerous: true,
      minAge: 16,
      skills: ['急救', '驾驶'],
      risk: '要上山，路滑',
      meetAt: '北门',
    })
    const { preview } = await desk.call(code, '南园队', li)
    expect(preview).toContain('地点：福利院，集合：北门\n名额已满，可以候补；满 18 岁、会急救、驾驶\n')
    expect(preview).toContain('风险：要上山，路滑；保险：需要人身意外险，出发前请和社工确认\n')
  })

  test('in a room the words go to the asker alone, and six lines are enough', async () => {
    await desk.team('南园队')
    await desk.room('r-1', '南园队')
    const li = await desk.person('李队长', [inTeam('南园队', 'leader')])
    const code = await desk.activity()
    const place = { kind: 'room', key: 'standard:default:r-1', name: '南园队群', team: '南园队' } as const
    const reply = await desk.run(runCall, { code, audience: '南园队' }, { by: li, now, place })
    expect(reply.text).toBe(
      '发给 南园队：1 个群。\n一分钟内发完（11月24日 周二 10:00）。\n回复「是」就发出去。',
    )
    expect(reply.private).toMatch(/^【召集】A1 /)
  })

  test('asks for what is missing, and offers what fits', async () => {
    await desk.team('南园队')
    const li = await desk.person('李队长', [inTeam('南园队', 'leader')])
    const none = await desk.run(runCall, {}, { by: li, now })
    expect(none.text).toBe('你负责的范围里现在没有可以召集的活动。先说「发布」发一个。')
    const code = await desk.activity()
    await desk.activity({ team: '华强队' })
    expect(await desk.run(runCall, {}, { by: li, now })).toMatchObject({
      text: '是哪个活动？A1 探访老人',
      quickReplies: ['A1'],
      question: { field: 'code' },
    })
    expect(await desk.run(runCall, { code }, { by: li, now })).toMatchObject({
      text: '把 A1 发给谁？说队名、站名、「#专长」或「全部」，例如「南园队」。',
      quickReplies: ['南园队'],
      question: { field: 'audience', args: { code } },
    })
    expect(await desk.run(runCall, { code, audience: '北园队' }, { by: li, now })).toMatchObject({
      text: '没有叫「北园队」的队。回复「队」看看有哪些。',
      question: { field: 'audience', args: { code } },
    })
  })
})

describe('who may call whom', () => {
  test('a leader only for the team they lead, and only to it', async () => {
    await desk.team('南园队')
    await desk.team('华强队')
    const li = await desk.person('李队长', [inTeam('南园队', 'leader'), inTeam('华强队')])
    const [mine, theirs] = [await desk.activity(), await desk.activity({ team: '华强队' })]
    const say = async (code: string, audience: string) =>
      (await desk.run(runCall, { code, audience, confirm: true }, { by: li, now })).text
    expect(await say(theirs, '南园队')).toBe('A2 由华强队的队长或社工来召集，请联系他们。')
    expect(await say(mine, '华强队')).toBe('发给华强队要由它的队长来做，请联系他们。')
    expect(await say(mine, '南园队,华强队')).toBe('发给华强队要由它的队长来做，请联系他们。')
    expect(await say(mine, '全部')).toBe('发给全部要由负责全部的社工来做，请联系他们。')
    expect(await desk.store.broadcasts.model.countDocuments()).toBe(0)
  })

  test('people with a skill are found within the scope alone', async () => {
    await desk.team('南园队')
    await desk.team('华强队')
    const li = await desk.person('李队长', [inTeam('南园队', 'leader')])
    await desk.somebody('张三', [inTeam('南园队')], ['驾驶'])
    await desk.somebody('李四', [inTeam('华强队')], ['驾驶'])
    await desk.somebody('王五', [], ['驾驶'])
    expect((await desk.call(await desk.activity(), '#驾驶', li)).targets).toEqual(['person 张三'])
    const all = await desk.person('陈主任', [everything])
    expect((await desk.call(await desk.activity(), '#驾驶', all)).targets).toHaveLength(3)
  })

  test.each([
    ['cancelled', { state: 'cancelled' as const }, 'A1 已经停办了，不能召集。说「召集」看看别的。'],
    [
      'over',
      { start: at('2026-11-23 09:00'), end: at('2026-11-23 12:00') },
      'A1 已经结束了，不能召集。说「召集」看看别的。',
    ],
  ])('nobody is called to what is %s', async (_what, changed, answer) => {
    const li = await desk.person('李队长', [inTeam('南园队', 'leader')])
    const code = await desk.activity(changed)
    const reply = await desk.run(runCall, { code, audience: '南园队', confirm: true }, { by: li, now })
    expect(reply.text).toBe(answer)
  })
})
