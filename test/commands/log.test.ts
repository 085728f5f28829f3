import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runHours } from '../../src/commands/hours/run.ts'
import { runLog, type LogArgs } from '../../src/commands/log/run.ts'
import { runReject } from '../../src/commands/reject/run.ts'
import { at, openCommandStore, type CommandStore } from '../support/command-store.ts'

let desk: CommandStore
beforeAll(async () => {
  desk = await openCommandStore()
})
afterAll(() => desk.close())

/** A volunteer on the list of an activity on Saturday, 28 November 2026, 9:00-12:00. */
async function volunteer(activity: Parameters<CommandStore['activity']>[0] = {}) {
  const who = await desk.person('张三')
  const code = await desk.activity(activity)
  await desk.signUp(code, who)
  const log = (args: LogArgs, said: { key?: string; now?: Date; locale?: 'en' } = {}) =>
    desk.run(runLog, args, { by: who, ...said })
  return { who, code, log }
}

const range = (from: string, to: string) => ({ start: at(from).getTime(), end: at(to).getTime() })
const lineIn = (text: string) => /H\d+/.exec(text)?.[0] ?? ''

describe('what is noted', () => {
  test('is said back with its absolute date, weekday, minutes and number', async () => {
    const { who, code, log } = await volunteer()
    const { text } = await log({ code, minutes: 180 })
    expect(text).toBe(`记下了：11月28日 周六 ${code} 3小时（${lineIn(text)}），待核实`)
    expect(await desk.store.hours.find(lineIn(text))).toMatchObject({
      person: who,
      activity: code,
      team: '南园队',
      station: '南园站',
      category: '老人服务',
      date: '2026-11-28',
      claimed: 180,
      planned: 180,
      minutes: 180,
      state: 'pending',
    })
    expect(await desk.store.signups.find(code, who)).toMatchObject({ state: 'completed' })
  })

  test('in English', async () => {
    const { code, log } = await volunteer()
    const { text } = await log({ code, minutes: 150 }, { locale: 'en' })
    expect(text).toBe(`Noted: 28 Nov Sat, ${code}, 2 h 30 min (${lineIn(text)}), waiting to be verified`)
  })

  test('a range may go beyond the plan; its times are said', async () => {
    const { code, log } = await volunteer()
    const { text } = await log({ code, ...range('2026-11-28 08:30', '2026-11-28 13:00') })
    expect(text).toContain(`11月28日 周六 8:30-13:00 ${code} 4小时30分`)
  })

  test('a range without a day belongs on the activity’s day, not on today', async () => {
    const { code, log } = await volunteer()
    const { text } = await log({ code, ...range('2026-11-29 09:00', '2026-11-29 10:00'), undated: true })
    expect(text).toContain(`11月28日 周六 9:00-10:00 ${code} 1小时`)
  })

  test('in another year the year is said', async () => {
    const { code, log } = await volunteer()
    const later = { now: at('2027-01-04 10:00') }
    expect((await log({ code, minutes: 60 }, { ...later, key: `${code}-year` })).text).toContain(
      '2026年11月28日 周六',
    )
    expect(
      (await log({ code, minutes: 60 }, { ...later, key: `${code}-year`, locale: 'en' })).text,
    ).toContain('28 Nov 2026 Sat')
  })

  test('rest is not service: of the planned window no more than the plan counts', async () => {
    const { code, log } = await volunteer({ restMinutes: 30 })
    const { text } = await log({ code, ...range('2026-11-28 09:00', '2026-11-28 13:00') })
    expect(text).toContain('3小时30分')
  })

  test('a range over midnight is one line, dated by its start; both days are guarded with their share', async () => {
    const { who, code, log } = await volunteer({
      start: at('2026-11-27 21:00'),
      end: at('2026-11-28 02:00'),
    })
    const { text } = await log({ code, ...range('2026-11-27 21:00', '2026-11-28 02:00') })
    expect(text).toContain('5小时')
    expect(await desk.store.hours.find(lineIn(text))).toMatchObject({ date: '2026-11-27', minutes: 300 })
    expect((await desk.store.days.find(who, '2026-11-27'))?.parts).toMatchObject([{ minutes: 180 }])
    expect((await desk.store.days.find(who, '2026-11-28'))?.parts).toMatchObject([{ minutes: 120 }])
  })
})

describe('what is refused, and why', () => {
  test('somebody who is not on the list: a social worker can add them', async () => {
    const { code } = await volunteer()
    const stranger = await desk.person('李四')
    const { text } = await desk.run(runLog, { code, minutes: 60 }, { by: stranger })
    expect(text).toBe(`${code} 的名单里没有你。如果你去了，请告诉负责的社工，社工可以为你补上。`)
  })

  test('before the activity has begun, and time that is not over', async () => {
    const { code, log } = await volunteer()
    expect((await log({ code, minutes: 60 }, { now: at('2026-11-28 08:59') })).text).toContain('还没开始')
    expect((await log({ code, minutes: 120 }, { now: at('2026-11-28 10:00') })).text).toContain('还没过完')
    const later = range('2026-11-28 09:00', '2026-11-28 12:00')
    expect((await log({ code, ...later }, { now: at('2026-11-28 11:00') })).text).toContain('还没过完')
  })

  test.each([
    ['minutes beyond the plan ask for a range', { minutes: 181 }, '做得更久的话，请说起止时间'],
    ['nothing at all', { minutes: 0 }, '一分钟以上'],
    ['more than 24 hours', range('2026-11-27 09:00', '2026-11-28 09:01'), '最多记 24 小时'],
    ["another day than the activity's", range('2026-11-27 09:00', '2026-11-27 12:00'), '对不上'],
    ["a day said that is not the activity's", { minutes: 60, date: '2026-11-27' }, '对不上'],
  ])('%s', async (_what, args, sentence) => {
    const { who, code, log } = await volunteer()
    expect((await log({ code, ...args })).text).toContain(sentence)
    expect(await desk.store.hours.ofPerson(who)).toEqual([])
    expect(await desk.store.days.find(who, '2026-11-28')).toBeNull()
  })

  test('a second line of the same activity: the first is named', async () => {
    const { code, log } = await volunteer()
    const first = lineIn((await log({ code, minutes: 60 })).text)
    const { text } = await log({ code, ...range('2026-11-28 11:00', '2026-11-28 12:00') })
    expect(text).toBe(`${code} 你已经记过了：1小时（${first}，待核实）。有出入请告诉负责的社工。`)
  })

  test('time that overlaps another line: that line is named', async () => {
    const { who, code, log } = await volunteer()
    const other = await desk.activity({ start: at('2026-11-28 11:00'), end: at('2026-11-28 13:00') })
    await desk.signUp(other, who)
    const first = lineIn((await log({ code, minutes: 60 })).text)
    const { text } = await log({ code: other, minutes: 60 })
    expect(text).toContain(`和 ${first} 重叠了（${code}，11月28日 周六 9:00-12:00）`)
    expect((await log({ code: other, ...range('2026-11-28 12:00', '2026-11-28 13:00') })).text).toContain(
      '1小时',
    )
  })

  test('more than 12 hours a day, to the minute', async () => {
    const { who, code, log } = await volunteer()
    const later = await desk.activity({ start: at('2026-11-28 13:00'), end: at('2026-11-28 23:59') })
    await desk.signUp(later, who)
    await log({ code, minutes: 180 })
    const { text } = await log({ code: later, ...range('2026-11-28 13:00', '2026-11-28 22:01') })
    expect(text).toBe('一天最多记 12 小时，11月28日 周六 已记 3小时，这次没有记。')
    expect((await log({ code: later, ...range('2026-11-28 13:00', '2026-11-28 22:00') })).text).toContain(
      '9小时',
    )
  })

  test('over midnight the second day counts too, and the first is given back', async () => {
    const { who, code, log } = await volunteer({ start: at('2026-11-28 00:00'), end: at('2026-11-28 11:00') })
    await log({ code, minutes: 660 })
    const night = await desk.activity({ start: at('2026-11-28 11:00'), end: at('2026-11-28 12:00') })
    const eve = await desk.activity({ start: at('2026-11-27 22:00'), end: at('2026-11-28 00:30') })
    for (const other of [night, eve]) await desk.signUp(other, who)
    expect((await log({ code: eve, minutes: 60 })).text).toContain('重叠')
    expect((await desk.store.days.find(who, '2026-11-27'))?.parts).toEqual([])
  })
})

describe('what is asked', () => {
  test('which activity: one’s own that have begun and have no line yet, latest first', async () => {
    const { who, code, log } = await volunteer()
    const earlier = await desk.activity({
      title: '植树',
      start: at('2026-11-21 09:00'),
      end: at('2026-11-21 12:00'),
    })
    const coming = await desk.activity({ start: at('2026-12-05 09:00'), end: at('2026-12-05 12:00') })
    for (const other of [earlier, coming]) await desk.signUp(other, who)
    const reply = await log({ minutes: 60 })
    expect(reply.text).toBe(
      `给哪个活动记时？回复编号。\n${code} 11月28日 周六 探访老人\n${earlier} 11月21日 周六 植树`,
    )
    expect(reply.quickReplies).toEqual([code, earlier])
    expect(reply.question).toEqual({ field: 'code', args: { minutes: 60 } })
    await log({ code, minutes: 60 })
    expect((await log({ minutes: 60 })).quickReplies).toEqual([earlier])
  })

  test('how long, offering the planned time', async () => {
    const { code, log } = await volunteer()
    const reply = await log({ code })
    expect(reply.text).toContain(`${code}（11月28日 周六 9:00-12:00）做了多久？例如 3小时`)
    expect(reply.quickReplies).toEqual(['3小时'])
    expect(reply.question).toEqual({ field: 'minutes', args: { code } })
  })

  test('a bare number is never guessed', async () => {
    const { code, log } = await volunteer()
    const reply = await log({ code, unclear: '3' })
    expect(reply.text).toBe('「3」是 3小时 还是 3分钟？')
    expect(reply.quickReplies).toEqual(['3小时', '3分钟'])
    expect(reply.question).toEqual({ field: 'minutes', args: { code } })
    expect((await log({ code, unclear: '半天' })).text).toContain('「半天」是多久？')
  })

  test('gates come before questions', async () => {
    const { code, log } = await volunteer()
    await log({ code, minutes: 60 })
    expect((await log({ code })).question).toBeUndefined()
  })
})

describe('the same message again', () => {
  test('changes nothing and answers the same', async () => {
    const { who, code, log } = await volunteer()
    const first = await log({ code, minutes: 60 }, { key: `${code}-again` })
    expect(await log({ code, minutes: 60 }, { key: `${code}-again` })).toEqual(first)
    expect(await desk.store.hours.ofPerson(who)).toHaveLength(1)
  })

  test('finds its number when it died between the guard and the line', async () => {
    const { who, code, log } = await volunteer()
    const key = `${code}-died`
    const { text } = await log({ code, minutes: 60 }, { key })
    const number = lineIn(text)
    await desk.store.hours.model.deleteOne({ _id: number })
    await desk.store.signups.model.updateOne({ _id: `${code}:${who}` }, { $set: { state: 'cancelled' } })
    expect((await log({ code, minutes: 60 }, { key })).text).toBe(text)
    expect((await desk.store.days.find(who, '2026-11-28'))?.parts).toHaveLength(1)
  })

  test('of many claims of one hour at once exactly one is noted', async () => {
    const { who, code, log } = await volunteer()
    const replies = await Promise.all(Array.from({ length: 12 }, () => log({ code, minutes: 60 })))
    expect(replies.filter(({ text }) => text.startsWith('记下了'))).toHaveLength(1)
    expect(await desk.store.hours.ofPerson(who)).toHaveLength(1)
  })

  test('of two ranges of one activity at once one is noted, the other is told of it', async () => {
    const { code, log } = await volunteer()
    const replies = await Promise.all([
      log({ code, ...range('2026-11-28 09:00', '2026-11-28 10:00') }),
      log({ code, ...range('2026-11-28 11:00', '2026-11-28 12:00') }),
    ])
    const [noted, refused] = replies
      .map(({ text }) => text)
      .toSorted((a, b) => Number(b.startsWith('记下了')) - Number(a.startsWith('记下了')))
    expect(refused).toContain(`${code} 你已经记过了：1小时（${lineIn(noted ?? '')}，待核实）`)
  })
})

test('时长 adds up what is verified, waiting and refused; in a room it goes to the asker alone', async () => {
  const { who, code, log } = await volunteer()
  const boss = await desk.person('陈主任', [{ role: 'admin', scope: { kind: 'all' } }])
  const refused = lineIn((await log({ code, minutes: 30 })).text)
  await desk.run(runReject, { entry: refused, reason: '没有到场' }, { by: boss })
  await log({ code, minutes: 90 })
  const text = '你的服务时长（到现在为止）\n已核实：0小时\n待核实：1小时30分\n未通过：30分钟'
  expect(await desk.run(runHours, {}, { by: who })).toEqual({ text })
  const room = { kind: 'room', key: 'r', name: '南园队', team: undefined } as const
  expect(await desk.run(runHours, {}, { by: who, place: room })).toEqual({
    text: '已私信给你。',
    private: text,
  })
  const october = { from: '2026-10-01', to: '2026-10-31', name: '10月' }
  expect((await desk.run(runHours, { period: october }, { by: who })).text).toContain('待核实：0小时')
})
