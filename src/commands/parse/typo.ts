import { distance } from 'fastest-levenshtein'
import { pinyin } from 'pinyin-pro'
import type { Parsed } from '../../chat/message.ts'
import type { Reading } from '../grammar.ts'
import { withoutThanks } from './take.ts'
import type { WordIndex } from './word-index.ts'

type Suggestion = NonNullable<Parsed['suggestion']>

/** Longest text a slip is looked for in; a longer one is a sentence. */
const longest = 40

const sound = (text: string) => pinyin(text, { toneType: 'none', type: 'array' }).join(' ')
const han = /\p{Script=Han}/u

/**
 * A command word with one wrong character or the same sound (`包名A12`), when what follows fits its grammar. The
 * sender is asked; nothing is done.
 */
export function suggestTypo(text: string, index: WordIndex, reading: Reading): Suggestion | undefined {
  if (text.length > longest) return undefined
  const line = text.replace(/^[/!#]\s*/, '')
  for (const { word, grammar } of index.all) {
    if (word.length < 2) continue
    const said = line.slice(0, word.length).toLowerCase()
    if (said.length < word.length || said === word || !near(said, word)) continue
    const rest = withoutThanks(line.slice(word.length)).replace(/^[\s::,]+/, '')
    const found = grammar.read(rest, reading)
    if (found)
      return {
        action: { command: grammar.name, args: found.args },
        said: `${word} ${rest}`.trim(),
        reason: 'typo',
      }
  }
  return undefined
}

/** Same sound, or one character of at least two (Chinese) or four (Latin) is wrong. */
function near(said: string, word: string): boolean {
  if (han.test(word))
    return han.test(said) && (sound(said) === sound(word) || (word.length > 2 && distance(said, word) === 1))
  return word.length >= 4 && distance(said, word) === 1
}
