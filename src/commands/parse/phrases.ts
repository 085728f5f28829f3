import type { Parsed } from '../../chat/message.ts'
import { takeDuration } from '../../domain/time/take-duration.ts'
import type { Reading } from '../grammar.ts'
import { isAboutAnother } from './about-another.ts'
import { leading } from './phrases/leading.ts'
import { oneself } from './phrases/oneself.ts'
import { anywhere } from './phrases/phrase.ts'
import { takingPart } from './phrases/taking-part.ts'
import { takeCode } from './take.ts'
import type { AnyGrammar, WordIndex } from './word-index.ts'

type Meant = Pick<Parsed, 'suggestion' | 'either'>

/** Half-sentences are short; a longer text is a story, and the patterns never see it. */
const longest = 60

/** The first that fits counts. */
const phrases = [...leading, ...oneself, ...takingPart]
const han = /\p{Script=Han}/u

/** What an everyday sentence probably asks for; the sender is asked, nothing is done. */
export function suggestPhrase(text: string, index: WordIndex, reading: Reading): Meant | undefined {
  if (text.length > longest) return undefined
  const phrase = phrases.find(({ says }) => says.test(text))
  if (!phrase) return undefined
  const before = text.slice(0, phrase.says.exec(text)?.index)
  if (phrase.forSelf && isAboutAnother(before, reading)) return undefined
  if ('either' in phrase) return { either: [...phrase.either] }
  const code = anywhere(text, (rest) => takeCode(rest, 'A')?.value)
  const minutes = anywhere(text, (rest) => takeDuration(rest)?.minutes)
  const action = phrase.means({ code, minutes, text, reading })
  const grammar = index.all.find(({ grammar: { name } }) => name === action.command)?.grammar
  return grammar && { suggestion: { action, said: inWords(grammar, action.args, text), reason: 'phrase' } }
}

/** The command as it is said in the language of the sentence, with what was understood of it. */
function inWords({ name, words }: AnyGrammar, args: Record<string, unknown>, text: string): string {
  const isChinese = han.test(text)
  const { code, codes, minutes, period, locale, skills } = args as {
    code?: string
    codes?: string[]
    minutes?: number
    period?: { name: string }
    locale?: string
    skills?: string[]
  }
  const said = [
    words[isChinese ? 'zh-CN' : 'en'][0] ?? name,
    code ?? codes?.join('、'),
    minutes && `${minutes}${isChinese ? '分钟' : ' min'}`,
    period?.name,
    locale?.slice(0, 2),
    skills?.join('、'),
  ]
  return said.filter(Boolean).join(' ')
}
