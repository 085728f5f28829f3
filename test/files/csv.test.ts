import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toCsv } from '../../src/files/csv.ts'

/** Reads CSV as RFC 4180 says. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|[^,\r\n"]*)(,|\r\n)/gy
  for (const [, said = '', end] of text.slice(1).matchAll(cell)) {
    rows.at(-1)?.push(said.startsWith('"') ? said.slice(1, -1).replaceAll('""', '"') : said)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc
    .array(fc.constantFrom('=', '+', '-', '@', '"', ',', '\n', '\r', '\t', "'", '＝', '张', '1'))
    .map((all) => all.join('')),
)
const table = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 5 })

describe('CSV', () => {
  test('is read back cell by cell, and no cell begins a formula', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const read = readCsv(toCsv(rows))
        expect(read.map((cells) => cells.length)).toEqual(rows.map((cells) => cells.length))
        for (const [i, cells] of read.entries())
          for (const [j, cell] of cells.entries()) {
            expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
            expect([cell, cell.replace(/^'/, '')]).toContain(rows[i]?.[j])
          }
      }),
    )
  })

  test('says that it is UTF-8 and puts each row on a line', () => {
    expect(
      toCsv([
        ['姓名', '张三, "老三"'],
        ['=1+1', '-5'],
      ]),
    ).toBe('\uFEFF姓名,"张三, ""老三"""\r\n\'=1+1,\'-5\r\n')
  })
})
