import { distance } from 'fastest-levenshtein'
import { pinyin } from 'pinyin-pro'
import type { Parsed } from '../../chat/message.ts'
import type { Reading } from '../grammar.ts'
import { withoutThanks } from './take.ts'
import type { WordIndex } from './word-index.ts'

type Suggestion = NonNullable<Parsed['suggestion']>

/** Longest text a slip is looked for in; a longer one is a sentence. */
const longest = 40

const han = /^\p{Script=Han}+$/u
const sounds = new Map<string, string>()

/**
 * A command word with one wrong character or the same sound (`包名A12`), when what follows fits its grammar. The
 * sender is asked; nothing is done.
 */
export function suggestTypo(text: string, index: WordIndex, reading: Reading): Suggestion | undefined {
  if (text.length > longest) return undefined
  for (const { word, grammar } of index.all) {
    const said = word.length >= 2 ? asLongAs(word, text) : undefined
    if (!said) continue
    const slip = slipOf(said.toLowerCase(), word)
    if (!slip) continue
    const rest = withoutThanks(text.slice(said.length)).replace(/^[\s:,]+/, '')
    const found = grammar.read(rest, reading)
    // One wrong character of two proves little: then what follows has to be the command's beyond doubt.
    if (!found || (slip === 'weak' && (rest === '' || found.loose))) continue
    const action = { command: grammar.name, args: found.args }
    return { action, said: `${word} ${rest}`.trim(), reason: 'typo' }
  }
  return undefined
}

/** The beginning of a text to compare with a word: as many characters, or as many Latin words. */
function asLongAs(word: string, text: string): string | undefined {
  if (han.test(word)) {
    const said = text.slice(0, word.length)
    return said.length === word.length && han.test(said) ? said : undefined
  }
  const said = text.split(' ').slice(0, word.split(' ').length).join(' ')
  return /^[a-z -]{3,}$/i.test(said) ? said : undefined
}

/** Same sound; one wrong character; in Latin words also one too many, too few, or two changed round. */
function slipOf(said: string, word: string): 'sure' | 'weak' | undefined {
  if (said === word) return undefined
  if (!han.test(word)) return word.length >= 4 && isOneSlip(said, word) ? 'sure' : undefined
  if (soundOf(said) === soundOf(word)) return 'sure'
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

/** Pinyin without tones, and without what southern speakers do not tell apart (zh z, ch c, sh s, n ng). */
function soundOf(text: string): string {
  const known = sounds.get(text)
  if (known !== undefined) return known
  const sound = pinyin(text, { toneType: 'none', type: 'array' })
    .map((syllable) => syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n'))
    .join(' ')
  if (sounds.size < 10_000) sounds.set(text, sound)
  return sound
}
