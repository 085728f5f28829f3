import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../../src/chat/normalise.ts'
import { commands } from '../../../src/commands/index.ts'
import { direct, inGroup } from '../../support/parsing.ts'

const words = commands.flatMap(({ words: said }) => [...said['zh-CN'], ...said.en])
const piece = fc.constantFrom(
  ...words,
  'A12',
  'H5',
  'B7',
  '张三',
  '3小时',
  '周六',
  '南园队',
  ' ',
  '\n',
  '|',
  ',',
  '吗',
  '除',
)
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('')),
)

test('any text is read, twice the same', () => {
  fc.assert(
    fc.property(text, (said) => {
      expect(direct(said)).toEqual(direct(said))
    }),
  )
})

test('what is overheard asks and suggests nothing, and is no more than what the same words said to us give', () => {
  fc.assert(
    fc.property(text, (said) => {
      const overheard = inGroup(said)
      expect(Object.keys(overheard).filter((key) => key !== 'quiet')).toEqual(['actions'])
      const told = direct(said)
      if (!told.urgent) expect(told.actions.length).toBeGreaterThanOrEqual(overheard.actions.length)
    }),
  )
})

test('normalising twice changes nothing more', () => {
  fc.assert(
    fc.property(text, (said) => {
      const options = { botNames: ['联动', 'bot'] }
      const once = normalise(said, options)
      expect(normalise(once, options)).toBe(once)
    }),
  )
})

const number = fc.integer({ min: 1, max: 9_999_999 })
test('codes come back as they were said', () => {
  fc.assert(
    fc.property(fc.uniqueArray(number, { minLength: 1, maxLength: 5 }), (numbers) => {
      const codes = numbers.map((one) => `A${one}`)
      for (const [word, command] of [
        ['报名', 'signup'],
        ['cancel', 'cancel'],
      ])
        expect(inGroup(`${word} ${codes.join('、')}`).actions).toEqual([{ command, args: { codes } }])
      expect(inGroup(`名单 ${codes[0]}`).actions).toEqual([{ command: 'roster', args: { code: codes[0] } }])
    }),
  )
})

test.each([
  ...words,
  'A1 ',
  '谢谢',
  '"',
  '「',
  '\n',
  '报名A',
  '除',
  '@',
  '1小时',
  '9:00-',
  '周',
  '| ',
  '1月',
])('4,000 characters of 「%s」 come to an end', (word) => {
  const long = word.repeat(4_000).slice(0, 4_000)
  for (const said of [long, `报名 A1 ${long}`, `发布 ${long}`, `核实 A1 ${long}`, `记时 A1 ${long}`])
    expect(direct(said).actions.length).toBeLessThanOrEqual(5)
})
