import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AudienceItem, readAudience } from '../../../src/commands/parse/audience-words.ts'

const names = ['南园队', '南园', '华强队', '和平队', '除夕队', '南园站', 'Nanyuan']

/** `南园队 #法律援助 * ?某某` for the items, which reads better in a table. */
const short = (items: AudienceItem[]) =>
  items
    .map((item) => {
      if (item.kind === 'everyone') return '*'
      if (item.kind === 'unanswered') return '!'
      if (item.kind === 'activity') return `${item.name}:${item.who}`
      return { team: '', room: '@', skill: '#', unknown: '?' }[item.kind] + item.name
    })
    .join(' ')

test.each([
  ['南园队', '南园队', ''],
  ['南园队,#法律援助', '南园队 #法律援助', ''],
  ['南园队、华强队', '南园队 华强队', ''],
  ['南园队 和 华强队', '南园队 华强队', ''],
  ['南园队和和平队', '南园队 和平队', ''],
  ['南园队华强队', '南园队 华强队', ''],
  ['南园站', '南园站', ''],
  ['全部', '*', ''],
  ['所有人', '*', ''],
  ['all', '*', ''],
  ['Everyone', '*', ''],
  ['全部 除 南园队', '*', '南园队'],
  ['全部除了南园队、华强队', '*', '南园队 华强队'],
  ['全部除除夕队', '*', '除夕队'],
  ['除夕队', '除夕队', ''],
  ['all except Nanyuan', '*', 'Nanyuan'],
  ['南园队 除 #法律援助', '南园队', '#法律援助'],
  ['#法律援助除南园队', '#法律援助', '南园队'],
  ['#除草', '#除草', ''],
  ['# 驾驶', '#驾驶', ''],
  ['Nanyuan and 华强队', 'Nanyuan 华强队', ''],
  ['北园队', '?北园队', ''],
  ['南园队 明天带伞', '南园队 ?明天带伞', ''],
  ['南园队长', '南园队 ?长', ''],
  ['A12', 'A12:confirmed', ''],
  ['a12候补、A13 缺席', 'A12:waiting A13:absent', ''],
  ['南园队 除 A12', '南园队', 'A12:confirmed'],
  ['A12 absent', 'A12:absent', ''],
  ['南园队群', '@南园队群', ''],
  ['未回复', '!', ''],
  ['', '', ''],
  ['除 南园队', '', '南园队'],
  ['#', '?#', ''],
])('%s', (text, wanted, without) => {
  const words = readAudience(text, names, ['南园队群'])
  expect([short(words.wanted), short(words.without)]).toEqual([wanted, without])
})

test('any text comes to an end, and no word of it is lost', () => {
  const piece = fc.constantFrom(...names, '#法律援助', '全部', '除', '和', ' ', ',', '、', '某', '#', 'a')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { wanted, without } = readAudience(pieces.join(''), names)
      const said = [...wanted, ...without].map((item) => ('name' in item ? item.name : '全部'))
      for (const word of said) expect(pieces.join('')).toContain(word)
      if (pieces.includes('某')) expect(said.join('')).toContain('某')
    }),
  )
})
