import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/domain/time/local-date.ts'
import type { Toward } from '../../../src/domain/time/local-date.ts'
import { takeDate } from '../../../src/domain/time/take-date.ts'
import { shenzhen } from './now.ts'

const said = (text: string, toward: Toward = 'future') => takeDate(text, { ...shenzhen, toward })

describe('the same day whichever way one looks', () => {
  test.each([
    ['今天', '2026-11-24'],
    ['今日', '2026-11-24'],
    ['昨天', '2026-11-23'],
    ['前天', '2026-11-22'],
    ['大前天', '2026-11-21'],
    ['明天', '2026-11-25'],
    ['后天', '2026-11-26'],
    ['大后天', '2026-11-27'],
    ['今晚', '2026-11-24'],
    ['今早', '2026-11-24'],
    ['昨晚', '2026-11-23'],
    ['前晚', '2026-11-22'],
    ['明早', '2026-11-25'],
    ['明晚', '2026-11-25'],
    ['昨天下午', '2026-11-23'],
    ['今天晚上', '2026-11-24'],
    ['本周六', '2026-11-28'],
    ['这周六', '2026-11-28'],
    ['这个星期六', '2026-11-28'],
    ['本周一', '2026-11-23'],
    ['上周六', '2026-11-21'],
    ['上个礼拜六', '2026-11-21'],
    ['上周日', '2026-11-22'],
    ['上上周六', '2026-11-14'],
    ['下周六', '2026-12-05'],
    ['下周一', '2026-11-30'],
    ['下个星期天', '2026-12-06'],
    ['下下周六', '2026-12-12'],
    ['2026-11-28', '2026-11-28'],
    ['2026/11/28', '2026-11-28'],
    ['2026年11月28日', '2026-11-28'],
    ['2026年 11月 28号', '2026-11-28'],
    ['二〇二六年十一月二十八日', '2026-11-28'],
    ['1962-3-5', '1962-03-05'],
    ['去年11月28日', '2025-11-28'],
    ['明年1月3号', '2027-01-03'],
    ['上个月30号', '2026-10-30'],
    ['today', '2026-11-24'],
    ['Yesterday', '2026-11-23'],
    ['tomorrow', '2026-11-25'],
    ['last night', '2026-11-23'],
    ['last saturday', '2026-11-21'],
    ['next saturday', '2026-12-05'],
    ['this Sat', '2026-11-28'],
    ['Nov 28 2026', '2026-11-28'],
    ['28 November, 2026', '2026-11-28'],
  ])('%s', (text, date) => {
    expect(said(text, 'past')).toEqual({ date, rest: '' })
    expect(said(text, 'future')).toEqual({ date, rest: '' })
  })
})

describe('a claim looks back, a plan looks ahead; today belongs to both', () => {
  test.each([
    ['周六', '2026-11-21', '2026-11-28'],
    ['星期六', '2026-11-21', '2026-11-28'],
    ['礼拜六', '2026-11-21', '2026-11-28'],
    ['周6', '2026-11-21', '2026-11-28'],
    ['周日', '2026-11-22', '2026-11-29'],
    ['周天', '2026-11-22', '2026-11-29'],
    ['星期天', '2026-11-22', '2026-11-29'],
    ['周二', '2026-11-24', '2026-11-24'],
    ['周一', '2026-11-23', '2026-11-30'],
    ['周三', '2026-11-18', '2026-11-25'],
    ['sat', '2026-11-21', '2026-11-28'],
    ['Saturday', '2026-11-21', '2026-11-28'],
    ['thurs', '2026-11-19', '2026-11-26'],
    ['11月28日', '2025-11-28', '2026-11-28'],
    ['11月28号', '2025-11-28', '2026-11-28'],
    ['11月28', '2025-11-28', '2026-11-28'],
    ['十一月二十八号', '2025-11-28', '2026-11-28'],
    ['11-28', '2025-11-28', '2026-11-28'],
    ['11月24日', '2026-11-24', '2026-11-24'],
    ['8/30', '2026-08-30', '2027-08-30'],
    ['1月3日', '2026-01-03', '2027-01-03'],
    ['12月31日', '2025-12-31', '2026-12-31'],
    ['28号', '2026-10-28', '2026-11-28'],
    ['23日', '2026-11-23', '2026-12-23'],
    ['二十八号', '2026-10-28', '2026-11-28'],
    ['31号', '2026-10-31', '2026-12-31'],
    ['Nov 28', '2025-11-28', '2026-11-28'],
    ['28 Nov', '2025-11-28', '2026-11-28'],
    ['28th of november', '2025-11-28', '2026-11-28'],
  ])('%s', (text, past, future) => {
    expect(said(text, 'past')).toEqual({ date: past, rest: '' })
    expect(said(text, 'future')).toEqual({ date: future, rest: '' })
  })
})

describe('what is left after the day', () => {
  test.each([
    ['周六9:00-12:00', '9:00-12:00'],
    ['昨天3小时', '3小时'],
    ['昨天A12', 'A12'],
    ['周六A12', 'A12'],
    ['11月28日A12', 'A12'],
    ['11月28日 探访老人', '探访老人'],
    ['昨天下午3小时', '3小时'],
    ['明天下午带伞', '带伞'],
    ['昨天下午2点-4点', '下午2点-4点'],
    ['昨天下午2-4点', '下午2-4点'],
    ['昨晚7点到9点半', '晚7点到9点半'],
    ['明天早餐', '早餐'],
    ['8/30上午', ''],
    ['sat 3 hours', '3 hours'],
    ['周六日常巡查', '日常巡查'],
    ['周六三点到五点', '三点到五点'],
    ['周六二十人', '二十人'],
  ])('%s', (text, rest) => {
    expect(said(text)?.rest).toBe(rest)
  })
})

describe('a date with its weekday, as the bot itself writes it', () => {
  test.each([
    '11月28日 周六',
    '11月28日(周六)',
    '周六11月28日',
    '周六(11月28日)',
    '11-28 周六',
    'Sat, Nov 28',
    '28 Nov (Sat)',
  ])('%s', (text) => expect(said(text)).toEqual({ date: '2026-11-28', rest: '' }))

  test('the date tells which Saturday', () => expect(said('周六 12月5日')?.date).toBe('2026-12-05'))

  test.each(['11月28日 周日', '周日 11月28日', '明天(周六)', '明天 11月28日', '昨天周六'])(
    '%s disagrees with itself',
    (text) => expect(said(text)).toBeUndefined(),
  )

  test('a weekday that begins another sentence is no part of the date', () =>
    expect(said('明天 周六没空')).toEqual({ date: '2026-11-25', rest: '周六没空' }))
})

describe('never a date', () => {
  test.each([
    '8.30',
    '2026.8.30',
    '11.28',
    '2月30日',
    '13/1',
    '13月1日',
    '11月31日',
    '2026-02-29',
    '2026-13-01',
    '0月5日',
    '11-28-3',
    '8/30/2026',
    '1/2小时',
    '9-12点',
    '1-10月',
    '11月28人',
    '11月28号楼',
    '3号线',
    '周六日',
    '周一三五',
    '周69',
    '周二四',
    '周二四 9:00',
    '周八',
    '星期',
    '下周',
    '周末',
    '每周六',
    '26年11月28日',
    '20261128',
    '28',
    '张三',
    'satay',
    'may',
    'A12',
    '',
  ])('%s', (text) => {
    expect(said(text, 'past')).toBeUndefined()
    expect(said(text, 'future')).toBeUndefined()
  })
})

test('today is the day of the organisation, not of the server', () => {
  const shortlyAfterMidnight = Date.parse('2026-11-24T00:10:00+08:00')
  const at = { now: shortlyAfterMidnight, toward: 'past' } as const
  expect(takeDate('昨天', { ...at, zone: 'Asia/Shanghai' })?.date).toBe('2026-11-23')
  expect(takeDate('昨天', { ...at, zone: 'Europe/Berlin' })?.date).toBe('2026-11-22')
})

const spell = (date: string) => {
  const [y, m, d] = date.split('-').map(Number)
  return [`${y}年${m}月${d}日`, `${y}/${m}/${d}`, date, `${m}月${d}号`, `${m}-${d}`, `${m}/${d}`]
}

describe('for every day of the coming and the last year', () => {
  const offset = fc.integer({ min: 0, max: 364 })
  test('what is written is read again, ahead', () => {
    fc.assert(
      fc.property(offset, (days) => {
        const date = addDays('2026-11-24', days)
        for (const text of spell(date)) expect(said(text, 'future')).toEqual({ date, rest: '' })
      }),
    )
  })

  test('what is written is read again, behind', () => {
    fc.assert(
      fc.property(offset, (days) => {
        const date = addDays('2026-11-24', -days)
        for (const text of spell(date)) expect(said(text, 'past')).toEqual({ date, rest: '' })
      }),
    )
  })
})
