import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../../src/chat/normalise.ts'
import { asProse } from '../../../src/commands/prose.ts'

test.each([
  '明天下雨，请带伞！',
  '集合点改到东门（地铁C口），请转告。',
  '谁有空？请回复；谢谢',
  '时间：9:00-11:30，地点：福利院',
  '报名看 https://example.org/a,b 就行',
  'Bring water, please: it is hot!',
  '「好的」，收到',
])('%s is sent as it was written', (written) => {
  expect(asProse(normalise(written))).toBe(written)
})

test('doing it twice changes nothing more, and nothing but marks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const prose = asProse(text)
      expect(asProse(prose)).toBe(prose)
      expect(prose.normalize('NFKC')).toBe(text.normalize('NFKC'))
    }),
  )
})
