import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certificateContent, mostLines } from '../../src/domain/certificate-content.ts'
import { certificateNumber, readCertificateNumber } from '../../src/domain/certificate-number.ts'

describe('the number of a certificate', () => {
  test('is the year and twelve digits in groups of four', () => {
    expect(certificateNumber(new Uint8Array(8), 2026)).toBe('2026-0000-0000-0000')
    expect(certificateNumber(randomBytes(32), 2026)).toMatch(/^2026(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  })

  test('uses 60 bits: what differs in one of them is another number', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 8, maxLength: 8 }),
        fc.integer({ min: 0, max: 59 }),
        (bytes, bit) => {
          const other = Uint8Array.from(bytes)
          const at = 7 - Math.floor(bit / 8)
          other[at] = (other[at] ?? 0) ^ (1 << (bit % 8))
          expect(certificateNumber(other, 2026)).not.toBe(certificateNumber(bytes, 2026))
        },
      ),
    )
  })

  test('is read back however it was copied', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 8, maxLength: 8 }),
        fc.integer({ min: 2000, max: 2100 }),
        (bytes, year) => {
          const number = certificateNumber(bytes, year)
          for (const copied of [
            number,
            number.toLowerCase(),
            number.replaceAll('-', ''),
            number.replaceAll('-', ' '),
            number.replaceAll('0', 'o').replaceAll('1', 'l'),
            number.replaceAll('-', '－'),
          ])
            expect(readCertificateNumber(copied)).toBe(number)
        },
      ),
    )
  })

  test.each([
    '',
    '2026',
    '2026-0000-0000',
    '2026-0000-0000-000U',
    '2026-0000-0000-0000-0000',
    'V000123',
    '../..',
  ])('%j is none', (text) => expect(readCertificateNumber(text)).toBeUndefined())

  test('any text is a number or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const number = readCertificateNumber(text)
        if (number !== undefined) expect(readCertificateNumber(number)).toBe(number)
      }),
    )
  })
})

const line = fc.record({
  date: fc.constantFrom('2026-01-02', '2026-03-04', '2026-11-28'),
  title: fc.constantFrom('探访老人', '清洁海滩'),
  category: fc.constantFrom('老人服务', '环保服务', '学生服务'),
  minutes: fc.integer({ min: 1, max: 720 }),
})

describe('the content of a certificate', () => {
  test('adds up to the whole, and counts every line', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const content = certificateContent(lines)
        const rows = content.kind === 'lines' ? content.lines : content.categories
        const total = rows.reduce((sum, { minutes }) => sum + minutes, 0)
        expect(total).toBe(lines.reduce((sum, { minutes }) => sum + minutes, 0))
        if (content.kind === 'lines') expect(content.lines).toHaveLength(lines.length)
        else expect(content.categories.reduce((sum, { count }) => sum + count, 0)).toBe(lines.length)
      }),
    )
  })

  test('is line by line as long as that fits a page, oldest first, else by category, largest first', () => {
    const some = (count: number, category: string) =>
      Array.from({ length: count }, (_, i) => ({
        date: `2026-11-${String(28 - i).padStart(2, '0')}`,
        title: '探访老人',
        category,
        minutes: 60,
      }))
    const short = certificateContent(some(mostLines, '老人服务'))
    expect(short.kind === 'lines' && short.lines.map(({ date }) => date)).toEqual(
      some(mostLines, '')
        .map(({ date }) => date)
        .toSorted(),
    )
    expect(certificateContent([...some(1, '环保服务'), ...some(mostLines, '老人服务')])).toEqual({
      kind: 'categories',
      count: 21,
      categories: [
        { name: '老人服务', count: 20, minutes: 1200 },
        { name: '环保服务', count: 1, minutes: 60 },
      ],
    })
  })
})
