import { z } from 'zod'
import { readPromptAnswer } from '../answers.ts'
import { readNumber } from '../ask-which.ts'
import type { Grammar, Reading } from '../grammar.ts'
import { isSurelyName, readPersonName } from '../parse/person-name.ts'
import { takeCode, withoutThanks } from '../parse/take.ts'
import { withdrawConsentGrammar } from '../withdraw-consent/grammar.ts'
import { innerCommand, innerCommands } from './inner.ts'

const shape = z.object({
  /** The child, by name or number. */
  who: z.string().max(40).optional(),
  /** What is said for the child: a command and its arguments. */
  command: z.string().optional(),
  args: z.record(z.string(), z.unknown()).optional(),
  /** Or the answer to what the child was asked (`1`, `2 A12`). */
  answer: z.object({ answer: z.enum(['yes', 'no']), code: z.string().optional() }).optional(),
  /** Which question of that command is open. */
  field: z.string().optional(),
})
export type ForArgs = z.infer<typeof shape>

const words = innerCommands
  .flatMap((one) =>
    [...one.words['zh-CN'], ...one.words.en].map((word) => ({ word: word.toLowerCase(), one })),
  )
  .toSorted((a, b) => b.word.length - a.word.length)
const latin = /[a-z]/i

/** `代 张小明 报名 A12`, `代 V000009 1 A12`: from the guardian's own chat. */
export const forGrammar: Grammar<ForArgs> = {
  name: 'for',
  words: { 'zh-CN': ['代', '代孩子'], en: ['for', 'on behalf of'] },
  shape,
  read(rest, reading) {
    const text = withoutThanks(rest)
    const who = readPersonName(text)
    const read = readCommand(text, reading) ?? readAnswer(text)
    if (read) return { args: read, loose: true }
    // Who is meant and nothing else, or nothing at all: asked for what is missing. `for tomorrow` names nobody.
    return text === '' || (who && isSurelyName(who))
      ? { args: { ...(who && { who }) }, loose: true }
      : undefined
  },
  questions: {
    who: {
      read(text) {
        const who = readNumber(text)
        return who ? { who } : undefined
      },
    },
    inner: {
      read(text, reading, { command = '', field = '', args = {} }) {
        const values = innerCommand(command)?.questions?.[field]?.read(text, reading, args)
        return values && { args: { ...args, ...values } }
      },
    },
  },
  needs: 'registered',
  where: 'direct',
  audited: ({ who, command, args }) =>
    command === withdrawConsentGrammar.name && args?.['confirm'] === true ? { who, command } : undefined,
}

/** The first place at which a command's word follows a name; of the words that begin there the longest that fits. */
function readCommand(text: string, reading: Reading): ForArgs | undefined {
  for (let at = 1; at < Math.min(text.length, 41); at++) {
    const who = readPersonName(text.slice(0, at).trim())
    if (!who) continue
    const found = words.flatMap(({ word, one }) => {
      const rest = restAfter(text, at, word)
      const read = rest === undefined ? undefined : one.read(rest, reading)
      return read ? [{ who, command: one.name, args: read.args }] : []
    })
    if (found[0]) return found[0]
  }
  return undefined
}

function restAfter(text: string, at: number, word: string): string | undefined {
  const end = at + word.length
  if (text.slice(at, end).toLowerCase() !== word) return undefined
  const [before, after] = [text.charAt(at - 1), text.charAt(end)]
  const isLatin = latin.test(word.charAt(0))
  if (isLatin && (latin.test(before) || latin.test(after))) return undefined
  if (word.length === 1 && (before !== ' ' || (after !== '' && after !== ' '))) return undefined
  return text.slice(end).replace(/^[\s:,]+/, '')
}

/** `张小明 1`, `张小明 2 A12`: the answer to a reminder or an offer. */
function readAnswer(text: string): ForArgs | undefined {
  const code = takeCode(text, 'V')
  const name = code ? code.value : (/^(\D+?)\s*(?=[12]|不?能?到|来)/.exec(text)?.[1] ?? '')
  const who = readPersonName(name.trim())
  const answer = who && readPromptAnswer(code ? code.rest : text.slice(name.length).trim())
  return answer ? { who, answer } : undefined
}
