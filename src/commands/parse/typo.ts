import { distance } from 'fastest-levenshtein'
import { pinyin } from 'pinyin-pro'
import type { Parsed } from '../../chat/message.ts'
import type { Reading } from '../grammar.ts'
import { withoutThanks } from './take.ts'
import type { AnyGrammar, WordIndex } from './word-index.ts'

type Suggestion = NonNullable<Parsed['suggestion']>

/** Longest text a slip is looked for in; a longer one is a sentence. */
const longest = 40

const han = /^\p{Script=Han}+$/u
const readings = new Map<string, string[]>()

type Slip = 'sound' | 'sure' | 'weak'
type Candidate = { grammar: AnyGrammar; word: string; said: string; slip: Slip }

/**
 * A command word with the same sound or one wrong character (`包名A12`), when what follows fits its grammar; a word of
 * the same sound comes first, then the longer one. The sender is asked; nothing is done.
 */
export function suggestTypo(text: string, index: WordIndex, reading: Reading): Suggestion | undefined {
  if (text.length > longest) return undefined
  const candidates = index.all
    .flatMap(({ word, grammar }): Candidate[] => {
      const said = asLongAs(word, text)
      const slip = said && slipOf(said.toLowerCase(), word)
      return slip ? [{ grammar, word, said, slip }] : []
    })
    .toSorted((a, b) => rank(a) - rank(b) || b.word.length - a.word.length)
  for (const { word, grammar, said, slip } of candidates) {
    const rest = withoutThanks(text.slice(said.length)).replace(/^[\s:,]+/, '')
    const found = grammar.read(rest, reading)
    // One wrong character of two proves little: then what follows has to be the command's beyond doubt.
    if (!found || (slip === 'weak' && (rest === '' || found.loose))) continue
    if (word.length === 1 && !isSurelyRest(rest, found.loose ?? false)) continue
    const action = { command: grammar.name, args: found.args }
    return { action, said: `${word} ${rest}`.trim(), reason: 'typo' }
  }
  return undefined
}

const rank = ({ slip }: Candidate): number => (slip === 'sound' ? 0 : 1)

/** A sign alone proves nothing: what follows it must. */
const isSurelyRest = (rest: string, loose: boolean): boolean =>
  rest !== '' && (!loose || /[A-Z] ?\d/i.test(rest))

/** The beginning of a text to compare with a word: as many characters, or as many Latin words. */
function asLongAs(word: string, text: string): string | undefined {
  if (han.test(word)) {
    const said = text.slice(0, word.length)
    if (word.length === 1 && text.charAt(1) !== ' ') return undefined
    return said.length === word.length && han.test(said) ? said : undefined
  }
  const said = text.split(' ').slice(0, word.split(' ').length).join(' ')
  return /^[a-z -]{3,}$/i.test(said) ? said : undefined
}

/** Same sound; one wrong character; in Latin words also one too many, too few, or two changed round. */
function slipOf(said: string, word: string): Slip | undefined {
  if (said === word) return undefined
  if (!han.test(word)) return word.length >= 4 && isOneSlip(said, word) ? 'sure' : undefined
  if (soundsAlike(said, word)) return 'sound'
  if (word.length === 1) return undefined
  return distance(said, word) === 1 ? (word.length > 2 ? 'sure' : 'weak') : undefined
}

function isOneSlip(said: string, word: string): boolean {
  const apart = distance(said, word)
  if (apart !== 2 || said.length !== word.length) return apart === 1
  const at = [...said].findIndex((character, i) => character !== word[i])
  return (
    said.slice(0, at) + word[at] + word[at + 1] + said.slice(at + 2) === word && said[at] === word[at + 1]
  )
}

/** Whether every character may be read like the one in its place: 师长 is 时长, though 长 is read otherwise in it. */
const soundsAlike = (said: string, word: string): boolean =>
  [...said].every((sign, i) => readingsOf(sign).some((one) => readingsOf(word.charAt(i)).includes(one)))

/** Pinyin without tones, and without what southern speakers do not tell apart (zh z, ch c, sh s, n ng). */
function readingsOf(sign: string): string[] {
  const known = readings.get(sign)
  if (known) return known
  const found = pinyin(sign, { toneType: 'none', type: 'array', multiple: true }).map((syllable) =>
    syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n'),
  )
  if (readings.size < 10_000) readings.set(sign, found)
  return found
}
