import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, startOfDay } from '../../../src/domain/time/local-date.ts'
import { takeRange } from '../../../src/domain/time/take-range.ts'
import { shenzhen, wallClock } from './now.ts'

const saturday = '2026-11-28'
const said = (text: string, at: { date?: string; toward?: 'past' | 'future' } = {}) => {
  const range = takeRange(text, { ...shenzhen, toward: at.toward ?? 'future', date: at.date })
  return range && [wallClock(range.start), wallClock(range.end), range.rest]
}

describe('two clock times on a day that is known', () => {
  test.each([
    ['9:00-12:00', '09:00', '12:00'],
    ['9:00—12:00', '09:00', '12:00'],
    ['9:00——12:00', '09:00', '12:00'],
    ['9:00~12:00', '09:00', '12:00'],
    ['9:00 - 12:00', '09:00', '12:00'],
    ['9:00至12:00', '09:00', '12:00'],
    ['9:00 to 12:00', '09:00', '12:00'],
    ['从9点到12点', '09:00', '12:00'],
    ['9点到12点', '09:00', '12:00'],
    ['9点-12点', '09:00', '12:00'],
    ['9-12点', '09:00', '12:00'],
    ['九点到十二点', '09:00', '12:00'],
    ['9点半到11点', '09:30', '11:00'],
    ['9点30分到11点45分', '09:30', '11:45'],
    ['9点30到11点05', '09:30', '11:05'],
    ['九点一刻到十点三刻', '09:15', '10:45'],
    ['9时30分至11时', '09:30', '11:00'],
    ['9点钟到11点整', '09:00', '11:00'],
    ['上午9点到下午2点', '09:00', '14:00'],
    ['上午9点到11点半', '09:00', '11:30'],
    ['9点到下午2点', '09:00', '14:00'],
    ['早上7点到9点', '07:00', '09:00'],
    ['中午12点到2点', '12:00', '14:00'],
    ['下午2点-4点', '14:00', '16:00'],
    ['下午2-4点', '14:00', '16:00'],
    ['下午2:00-4:30', '14:00', '16:30'],
    ['下午两点到四点半', '14:00', '16:30'],
    ['下午14:00-16:00', '14:00', '16:00'],
    ['晚上7点到9点半', '19:00', '21:30'],
    ['14点到16点', '14:00', '16:00'],
    ['2:00-4:00', '02:00', '04:00'],
    ['凌晨1点到3点', '01:00', '03:00'],
    ['9am-12pm', '09:00', '12:00'],
    ['9-11am', '09:00', '11:00'],
    ['9-12pm', '09:00', '12:00'],
    ['10-2pm', '10:00', '14:00'],
    ['2-4pm', '14:00', '16:00'],
    ['9:30 am to 1 p.m.', '09:30', '13:00'],
    ['from 9am until 12pm', '09:00', '12:00'],
  ])('%s', (text, start, end) => {
    expect(said(text, { date: saturday })).toEqual([`11-28 ${start}`, `11-28 ${end}`, ''])
  })
})

describe('over midnight', () => {
  test.each([
    ['晚上10点到凌晨1点', '22:00', '01:00'],
    ['晚上10点到1点', '22:00', '01:00'],
    ['晚上9点到12点', '21:00', '00:00'],
    ['晚上9点到12点半', '21:00', '00:30'],
    ['22:00-1:00', '22:00', '01:00'],
    ['22:00-24:00', '22:00', '00:00'],
    ['20:00-8:00', '20:00', '08:00'],
    ['晚上8点到早上8点', '20:00', '08:00'],
    ['22点到次日6点', '22:00', '06:00'],
    ['22:00到第二天6:00', '22:00', '06:00'],
    ['22:00-29日1:00', '22:00', '01:00'],
    ['10pm-1am', '22:00', '01:00'],
  ])('%s', (text, start, end) => {
    expect(said(text, { date: saturday })).toEqual([`11-28 ${start}`, `11-29 ${end}`, ''])
  })
})

describe('a day in the words wins over the day that is known', () => {
  test.each([
    ['周六9:00-12:00', '11-28 09:00', '11-28 12:00'],
    ['周六 上午9点到12点', '11-28 09:00', '11-28 12:00'],
    ['周六晚7点-9点', '11-28 19:00', '11-28 21:00'],
    ['周六三点到五点', undefined, undefined],
    ['周六下午三点到五点', '11-28 15:00', '11-28 17:00'],
    ['11月28日 9:00-12:00', '11-28 09:00', '11-28 12:00'],
    ['11月28日 周六 9:00-12:00', '11-28 09:00', '11-28 12:00'],
    ['11月28日(周六)9:00-12:00', '11-28 09:00', '11-28 12:00'],
    ['11-28 9-12点', '11-28 09:00', '11-28 12:00'],
    ['今天9点-11点30', '11-24 09:00', '11-24 11:30'],
    ['今天19:00-21:30', '11-24 19:00', '11-24 21:30'],
    ['tomorrow 9:00-12:00', '11-25 09:00', '11-25 12:00'],
    ['明早8点到10点', '11-25 08:00', '11-25 10:00'],
    ['今晚10点到明天凌晨1点', '11-24 22:00', '11-25 01:00'],
    ['周六22:00到周日2:00', '11-28 22:00', '11-29 02:00'],
    ['sat 9am-12pm', '11-28 09:00', '11-28 12:00'],
    ['next saturday 9:00 to 12:00', '12-05 09:00', '12-05 12:00'],
  ])('%s', (text, start, end) => {
    expect(said(text, { date: '2026-12-31' })).toEqual(start && [start, end, ''])
  })

  test('昨晚7点到9点半 is yesterday for a claim', () =>
    expect(said('昨晚7点到9点半', { toward: 'past' })).toEqual(['11-23 19:00', '11-23 21:30', '']))

  test('昨天下午2点-4点 is two hours of yesterday', () =>
    expect(said('昨天下午2点-4点 送餐', { toward: 'past' })).toEqual(['11-23 14:00', '11-23 16:00', '送餐']))
})

test('without any day there is no range', () => {
  expect(said('9:00-12:00')).toBeUndefined()
  expect(said('9:00-12:00', { toward: 'past' })).toBeUndefined()
})

describe('what could be meant in two ways is not understood', () => {
  test.each([
    '9-12',
    '9:00-12',
    '9点到12',
    '9:00',
    '2点到4点',
    '2-4点',
    '7点到9点',
    '7点到晚上9点',
    '8点到晚上9点',
    '2点到下午4点',
    '9点到1点',
    '9:00-1:00',
    '上午9点到2点',
    '10点到次日1点',
    '9点到凌晨1点',
    '下午2点到1点',
    '12:00-9:00',
    '9:00-9:00',
    '晚上10点到晚上8点',
    '晚上10点到7点',
    '晚上1点到3点',
    '上午3点到5点',
    '9点左右到12点',
    '9点到12点多',
    '9点到12点30人',
    '9.00-12.00',
    '25:00-26:00',
    '9:60-10:00',
    '9:00-12:000',
    '9:00-12:00:30',
    '24:30-25:00',
    '11-1am',
    '9:00-30日12:00',
    '11月28日 周日 9:00-12:00',
    '周六',
    '周六上午',
    '3小时',
    '',
  ])('%s', (text) => expect(said(text, { date: saturday })).toBeUndefined())
})

const berlin = (text: string, date: string) => {
  const range = takeRange(text, {
    now: Date.parse('2026-03-01T10:00:00Z'),
    zone: 'Europe/Berlin',
    toward: 'future',
    date,
  })
  return range && (range.end - range.start) / 60_000
}

describe('summer time', () => {
  test('the night in which the clocks go forward is an hour shorter', () => {
    expect(berlin('22:00-6:00', '2026-03-28')).toBe(7 * 60)
    expect(berlin('22:00-6:00', '2026-03-27')).toBe(8 * 60)
  })

  test('the night in which they go back is an hour longer', () =>
    expect(berlin('22:00-6:00', '2026-10-24')).toBe(9 * 60))

  test('a time that the zone skips that day is not understood', () => {
    expect(berlin('2:30-5:00', '2026-03-29')).toBeUndefined()
    expect(berlin('2:30-5:00', '2026-03-30')).toBe(150)
  })

  test('a time that comes twice that day is not understood', () => {
    expect(berlin('2:30-5:00', '2026-10-25')).toBeUndefined()
    expect(berlin('1:30-5:00', '2026-10-25')).toBe(270)
  })

  test('a whole day of 25 hours is more than a range may have', () => {
    expect(berlin('0:00-24:00', '2026-10-25')).toBeUndefined()
    expect(berlin('0:00-24:00', '2026-10-26')).toBe(1440)
  })
})

const colon = ([h, m]: [number, number]) => `${h}:${String(m).padStart(2, '0')}`

describe('for all clock times', () => {
  const clock = fc.tuple(fc.nat({ max: 24 }), fc.nat({ max: 59 }))
  const part = fc.constantFrom('', '上午', '下午', '晚上', '凌晨', '中午', '早上', '次日')
  const spoken = fc
    .tuple(part, fc.nat({ max: 24 }), fc.constantFrom('点', '点半', ':00', '点一刻', 'am', 'pm', ''))
    .map((words) => words.join(''))
  const between = fc.constantFrom('-', '到', ' to ', '—', '~')

  test('a morning and its end on the same day read as they are written', () => {
    fc.assert(
      fc.property(clock, clock, (a, b) => {
        const [start, end] = [a[0] * 60 + a[1], b[0] * 60 + b[1]]
        fc.pre(start < end && end <= 1440)
        const midnight = startOfDay(saturday, shenzhen.zone)
        expect(
          takeRange(`${colon(a)}-${colon(b)}`, { ...shenzhen, toward: 'future', date: saturday }),
        ).toEqual({
          start: midnight + start * 60_000,
          end: midnight + end * 60_000,
          rest: '',
        })
      }),
    )
  })

  test('whatever is understood ends after it starts, within 24 hours, and starts on its day', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n))
    const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin')
    fc.assert(
      fc.property(spoken, between, spoken, days, zones, (a, joint, b, date, zone) => {
        const range = takeRange(`${a}${joint}${b}`, { now: shenzhen.now, zone, toward: 'past', date })
        if (!range) return
        expect(range.end).toBeGreaterThan(range.start)
        expect(range.end - range.start).toBeLessThanOrEqual(86_400_000)
        expect(range.start).toBeGreaterThanOrEqual(startOfDay(date, zone))
      }),
      { numRuns: 500 },
    )
  })
})
