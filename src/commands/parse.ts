import type { Action, Parsed } from '../chat/message.ts'
import type { Reading } from './grammar.ts'
import { isThanks } from './parse/quiet.ts'
import { suggestPhrase } from './parse/phrases.ts'
import { suggestTypo } from './parse/typo.ts'
import { takeCode, withoutThanks } from './parse/take.ts'
import { isUrgent } from './parse/urgent.ts'
import { type AnyGrammar, createWordIndex, type WordIndex } from './parse/word-index.ts'

/** Lines of one message that are commands, at most. */
export const mostLines = 5

type About = { reading: Reading; addressed: boolean }

/**
 * Makes the parser for a list of commands. It is pure and synchronous and goes by the text alone. `addressed` is
 * false for chatter in a group: then only a message whose whole text fits a grammar counts, and most texts are
 * done with after one look-up by their first character.
 */
export function createParser(grammars: readonly AnyGrammar[]): (text: string, about: About) => Parsed {
  const index = createWordIndex(grammars)
  return (text, about) => {
    if (text === '') return { actions: [], quiet: true }
    if (about.addressed && isUrgent(text)) return { actions: [], urgent: true }
    const actions = readActions(text, index, about)
    if (actions.length > 0 || !about.addressed) return { actions }
    if (isThanks(text)) return { actions: [], quiet: true }
    const suggestion = suggestPhrase(text, about.reading) ?? suggestTypo(text, index, about.reading)
    return { actions: [], ...(suggestion && { suggestion }) }
  }
}

/** The commands of a text: the whole of it, or one a line. In a group every line has to be one. */
function readActions(text: string, index: WordIndex, about: About): Action[] {
  const whole = readLine(text, index, about, text.includes('\n'))
  if (whole) return [whole]
  if (!text.includes('\n')) return []
  const lines = text.split('\n').slice(0, mostLines)
  const actions = lines.flatMap((line) => readLine(line, index, about, false) ?? [])
  return about.addressed || actions.length === lines.length ? actions : []
}

/** The command a line is, by its longest word that fits; with the code in front (`a12报名`); or a code alone. */
export function readLine(
  line: string,
  index: WordIndex,
  about: About,
  multilineOnly: boolean,
): Action | undefined {
  if (/^#\s*接龙/.test(line)) return undefined
  const text = line.replace(/^[/!#]\s*/, '')
  for (const { grammar, rest } of index.find(text)) {
    if (multilineOnly && !grammar.multiline) continue
    const action = read(grammar, grammar.multiline ? rest : withoutThanks(rest), about)
    if (action) return action
  }
  const code = multilineOnly ? undefined : takeCode(text, 'A')
  if (!code) return undefined
  const word = withoutThanks(code.rest)
  const list = index.all.find(({ grammar }) => grammar.name === 'list')
  if (word === '') return about.addressed && list ? read(list.grammar, code.value, about) : undefined
  const reversed = index.find(word).find(({ rest }) => rest === '')
  return reversed && read(reversed.grammar, code.value, about)
}

function read(grammar: AnyGrammar, rest: string, { reading, addressed }: About): Action | undefined {
  const found = grammar.read(rest, reading)
  if (!found || (found.loose && !addressed)) return undefined
  return { command: grammar.name, args: found.args }
}
