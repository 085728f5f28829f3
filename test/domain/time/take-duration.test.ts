import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { takeDuration } from '../../../src/domain/time/take-duration.ts'

describe('a duration carries its unit', () => {
  test.each([
    ['3小时', 180],
    ['3个小时', 180],
    ['3 小时', 180],
    ['三小时', 180],
    ['十二个小时', 720],
    ['两个钟', 120],
    ['两个半钟', 150],
    ['两个半小时', 150],
    ['一个半小时', 90],
    ['3小时半', 210],
    ['三个钟半', 210],
    ['半小时', 30],
    ['半个小时', 30],
    ['半个钟', 30],
    ['半个钟头', 30],
    ['90分钟', 90],
    ['九十分钟', 90],
    ['一百二十分钟', 120],
    ['45分', 45],
    ['一刻钟', 15],
    ['三刻钟', 45],
    ['1小时45分', 105],
    ['1小时45分钟', 105],
    ['1个小时45分钟', 105],
    ['一小时零五分', 65],
    ['1小时 45分', 105],
    ['1.5小时', 90],
    ['0.5小时', 30],
    ['2.25个小时', 135],
    ['2h', 120],
    ['2H', 120],
    ['1h30m', 90],
    ['1h30', 90],
    ['1h 30min', 90],
    ['90min', 90],
    ['90 minutes', 90],
    ['1.5 hours', 90],
    ['3 hours', 180],
    ['3hrs', 180],
    ['1 hour and 45 minutes', 105],
    ['an hour', 60],
    ['three hours', 180],
    ['half an hour', 30],
    ['an hour and a half', 90],
    ['two and a half hours', 150],
    ['24小时', 1440],
  ])('%s', (text, minutes) => expect(takeDuration(text)).toEqual({ minutes, rest: '' }))
})

describe('what is left after the duration', () => {
  test.each([
    ['3小时 周六', 180, '周六'],
    ['3小时A12', 180, 'A12'],
    ['3小时 30人', 180, '30人'],
    ['2 hours visiting', 120, 'visiting'],
    ['3小时 后勤', 180, '后勤'],
  ])('%s', (text, minutes, rest) => expect(takeDuration(text)).toEqual({ minutes, rest }))
})

describe('never a duration', () => {
  test.each([
    '3',
    '三',
    '两个半',
    '半天',
    '一天',
    '2天',
    '2:30',
    '2.5',
    '0小时',
    '0分钟',
    '25小时',
    '1441分钟',
    '24小时1分',
    '1小时60分',
    '1.33小时',
    '1.5小时30分',
    '-3小时',
    '3小时多',
    '3小时左右',
    '3小时30人',
    '3小时以内',
    '三分之一',
    '一百二分钟',
    '约3小时',
    '小时',
    '2hello',
    '90minions',
    '9:00-12:00',
    '9点',
    '',
  ])('%s', (text) => expect(takeDuration(text)).toBeUndefined())
})

test('whatever is written in minutes or in hours and minutes is read again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1440 }), (minutes) => {
      const [h, m] = [Math.floor(minutes / 60), minutes % 60]
      const inHours = `${h > 0 ? `${h}小时` : ''}${m > 0 ? `${m}分钟` : ''}`
      for (const text of [inHours, `${minutes}分钟`, `${minutes} min`]) {
        expect(takeDuration(text)).toEqual({ minutes, rest: '' })
      }
    }),
  )
})
