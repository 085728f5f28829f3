import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLosslessJson } from '../../../src/chat/wire/lossless-json.ts'

test('64-bit ids stay what they are, short numbers stay numbers', () => {
  expect(
    parseLosslessJson('{"MsgId":6054768590064713728,"CreateTime":1714037059,"n":[-9007199254740993,1.5]}'),
  ).toEqual({ MsgId: '6054768590064713728', CreateTime: 1714037059, n: ['-9007199254740993', 1.5] })
})

test('digits within texts are left alone, quotes and backslashes too', () => {
  const text = JSON.stringify({
    a: 'x 6054768590064713728 "6054768590064713728" \\',
    b: '\\"1234567890123456',
  })
  expect(parseLosslessJson(text)).toEqual(JSON.parse(text))
})

test('all other JSON means what it always means', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = JSON.stringify(value)
      fc.pre(!/\d{16}/.test(text))
      expect(parseLosslessJson(text)).toEqual(JSON.parse(text))
    }),
  )
})

test('what is no JSON is refused', () => {
  expect(() => parseLosslessJson('{"a":}')).toThrow(expect.objectContaining({ code: 'malformed' }))
})
