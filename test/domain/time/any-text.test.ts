import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { takeClock } from '../../../src/domain/time/take-clock.ts'
import { takeDate } from '../../../src/domain/time/take-date.ts'
import { takeDuration } from '../../../src/domain/time/take-duration.ts'
import { takePeriod } from '../../../src/domain/time/take-period.ts'
import { takeRange } from '../../../src/domain/time/take-range.ts'
import { shenzhen } from './now.ts'

const at = { ...shenzhen, toward: 'past', date: '2026-11-28' } as const
const readers = {
  takeClock: (text: string) => takeClock(text),
  takeDate: (text: string) => takeDate(text, at),
  takeDuration: (text: string) => takeDuration(text),
  takePeriod: (text: string) => takePeriod(text, shenzhen),
  takeRange: (text: string) => takeRange(text, at),
}

/** Scraps of the grammar in any order come much closer to it than any letters do. */
const chinese = '今天 昨 晚 上 下 周 六 日 月 年 号 点 半 个 小时 钟 分 到 十 二 零 百 第 季度 凌晨'.split(
  ' ',
)
const english = 'am pm sat nov last next to h m q half 1 12 28 9 2026 - / : . ( )'.split(' ')
const strange = [' ', '\u0000', '\u202e', '😀', '$where']
const scraps = fc
  .array(fc.constantFrom(...chinese, ...english, ...strange), { maxLength: 12 })
  .map((parts) => parts.join('').normalize('NFKC').trim())
const anyText = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), scraps)

describe.each(Object.entries(readers))('%s', (_, read) => {
  test('never throws, and what it leaves is the end of what it was given', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const taken = read(text)
        if (!taken) return
        expect(text.endsWith(taken.rest)).toBe(true)
        expect(taken.rest.length).toBeLessThan(text.length)
        expect(taken.rest).toBe(taken.rest.trimStart())
      }),
      { numRuns: 2_000 },
    )
  })

  test.each([
    '9'.repeat(4_000),
    '九'.repeat(4_000),
    '周六'.repeat(2_000),
    ' '.repeat(4_000),
    `9${' '.repeat(3_998)}点`,
  ])('gives up on a text of 4,000 characters without trouble (%#)', (text) => {
    const taken = read(text)
    expect(taken === undefined || text.endsWith(taken.rest)).toBe(true)
  })
})
