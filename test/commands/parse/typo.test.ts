import { pinyin } from 'pinyin-pro'
import { describe, expect, test } from 'vitest'
import { commands } from '../../../src/commands/index.ts'
import { textsFor } from '../../../src/locale/index.ts'
import { direct, inGroup } from '../../support/parsing.ts'

/** The 3,755 everyday characters (GB 2312, level 1). */
const everyday = Array.from({ length: 40 * 94 }, (_, i) =>
  new TextDecoder('gb18030').decode(Uint8Array.of(0xb0 + Math.floor(i / 94), 0xa1 + (i % 94))),
).filter((sign) => /^\p{Script=Han}$/u.test(sign))
const sounds = new Map(everyday.map((sign) => [sign, pinyin(sign, { toneType: 'none' })]))
const soundOf = (sign: string) => sounds.get(sign)
const alike = (sign: string) => everyday.filter((one) => one !== sign && soundOf(one) === soundOf(sign))

/** A text with one character put wrong that sounds the same; the two that come next in the dictionary. */
function slips(word: string): string[] {
  return [...word].flatMap((sign, i) => {
    return alike(sign)
      .slice(0, 2)
      .map((one) => word.slice(0, i) + one + word.slice(i + 1))
  })
}

const known = new Set(commands.flatMap(({ words }) => words['zh-CN']))
const lines: Readonly<Record<string, { example: string }>> = textsFor('zh-CN').help.commands
/** A slip that begins with a word there is (发布豁动) is that word, and no slip. */
const isLonger = (slip: string, words: readonly string[]) =>
  words.some((one) => one.length > 1 && slip.startsWith(one))
const cases = commands.flatMap(({ name, words }) => {
  const example = lines[name]?.example ?? ''
  const first = words['zh-CN'].find((word) => example.startsWith(word)) ?? ''
  return words['zh-CN']
    .filter((word) => /^\p{Script=Han}+$/u.test(word) && word !== '我')
    .map((word) => [word, name, example.slice(first.length)] as const)
})

describe('one character that only sounds right', () => {
  test.each(cases)('%s', (word, name, rest) => {
    for (const slip of slips(word).filter((one) => !isLonger(one, [...known]))) {
      const said = `${slip}${rest}`
      const { actions, suggestion, either } = direct(said)
      expect([said, actions, suggestion?.action.command ?? either]).toEqual([said, [], name])
      expect([said, inGroup(said)]).toEqual([said, { actions: [] }])
    }
  })
})
