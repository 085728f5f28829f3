import type { Action, Parsed } from '../chat/message.ts'
import type { Reading } from './grammar.ts'
import { isChatter } from './parse/chatter.ts'
import { suggestPhrase } from './parse/phrases.ts'
import { isQuiet } from './parse/quiet.ts'
import { suggestStem } from './parse/stem.ts'
import { takeCode, withoutThanks } from './parse/take.ts'
import { suggestTypo } from './parse/typo.ts'
import { isUrgent } from './parse/urgent.ts'
import { type AnyGrammar, createWordIndex, type WordIndex } from './parse/word-index.ts'

/** Lines of one message that are commands, at most. */
export const mostLines = 5

type About = { reading: Reading; addressed: boolean }
type Fit = { action: Action; grammar: AnyGrammar; loose: boolean; bare: boolean }

/** What groups collect sign-ups with among themselves; forwarded to us it is still theirs. */
const chain = /^#\s?接龙/
const mark = /^[/!#]\s*/

/**
 * Makes the parser for a list of commands. It is pure and synchronous and goes by the text alone, which has been
 * normalised. `addressed` is false for chatter in a group: then only a message whose whole text fits a grammar
 * counts, and most texts are done with after one look-up by their first character.
 */
export function createParser(grammars: readonly AnyGrammar[]): (text: string, about: About) => Parsed {
  const index = createWordIndex(grammars)
  return (text, about) => {
    if (text === '') return { actions: [], quiet: true }
    const fits = chain.test(text) ? [] : fitAll(text, index, about)
    const actions = fits.map(({ action }) => action)
    if (!about.addressed) return { actions }
    // What is written for others (广播 寻人…) may hold such words; whatever else holds them is a cry for help.
    const composed = fits.some(({ grammar, loose }) => grammar.multiline && !grammar.confided && !loose)
    if (!composed && isUrgent(text)) return { actions: [], urgent: true }
    if (fits.length > 0) return { actions, ...(fits.every(isUnsure) && { unsure: true }) }
    if (isQuiet(text)) return { actions, quiet: true }
    const line = text.replace(mark, '')
    const meant = suggestPhrase(line, index, about.reading)
    if (meant) return { actions, ...meant }
    const suggestion = suggestStem(line, index, about.reading) ?? suggestTypo(line, index, about.reading)
    return { actions, ...(suggestion && { suggestion }) }
  }
}

/** Whether words follow that only may belong to the command; a command word alone is surely one. */
const isUnsure = ({ loose, bare }: Fit): boolean => loose && !bare

/** The commands of a text: the whole of it, or one a line. In a group every line has to be one. */
function fitAll(text: string, index: WordIndex, about: About): Fit[] {
  if (!text.includes('\n')) {
    const fit = fitLine(text, index, about)
    return fit ? [fit] : []
  }
  const whole = fitWord(text.replace(mark, ''), index.multiline, about)
  if (whole) return [whole]
  const fits: Fit[] = []
  for (const line of text.split('\n')) {
    const fit = line === '' ? undefined : fitLine(line, index, about)
    if (fit) fits.push(fit)
    else if (!about.addressed && line !== '') return []
  }
  return fits.slice(0, mostLines)
}

/** The command a line is: by its word, by a code before its word (`a12报名`), or an activity's code alone. */
function fitLine(line: string, index: WordIndex, about: About): Fit | undefined {
  const text = line.replace(mark, '')
  const fit = fitWord(text, index, about)
  if (fit) return fit
  const code = takeCode(text, 'ABFHQ')
  if (!code) return undefined
  const after = withoutThanks(code.rest)
  if (after === '') return about.addressed ? detail(code.value, index, about) : undefined
  for (const { grammar, word, rest } of index.find(after)) {
    const reversed = read({ grammar, word, between: ' ' }, `${code.value} ${rest}`.trim(), about)
    if (reversed && (rest === '' || !reversed.loose)) return reversed
  }
  return undefined
}

/** By the longest command word that the text begins with and whose grammar takes the rest. */
function fitWord(text: string, { find }: Pick<WordIndex, 'find'>, about: About): Fit | undefined {
  for (const { grammar, word, rest, between } of find(text)) {
    const said = grammar.multiline ? rest : withoutThanks(rest)
    if (said === '' && !about.addressed && isChatter(word)) continue
    const fit = read({ grammar, word, between }, said, about)
    if (fit) return fit
  }
  return undefined
}

/** Commands that show what a code alone stands for, by its letter: `A12` the activity, `F12` the report. */
const shows: Readonly<Record<string, string>> = { A: 'list', F: 'report' }

function detail(code: string, index: WordIndex, about: About): Fit | undefined {
  const show = index.all.find(({ grammar }) => grammar.name === shows[code.charAt(0)])
  return show && read({ ...show, between: '' }, code, about)
}

function read(
  { grammar, word, between }: { grammar: AnyGrammar; word: string; between: string },
  rest: string,
  { reading, addressed }: About,
): Fit | undefined {
  const found = grammar.read(rest, reading, { word, between })
  if (!found || (found.loose && !addressed)) return undefined
  return {
    action: { command: grammar.name, args: found.args },
    grammar,
    loose: found.loose ?? false,
    bare: rest === '',
  }
}
