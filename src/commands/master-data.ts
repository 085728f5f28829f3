import { z } from 'zod'
import { readWideYes } from './answers.ts'
import type { Question } from './grammar.ts'
import { isQuiet } from './parse/quiet.ts'

/** What is done to a name an organisation works with: a team, a station, a category. */
export const masterDataShape = z.object({
  verb: z.enum(['new', 'list', 'rename', 'close', 'reopen']),
  name: z.string().min(1).max(40).optional(),
  /** The other name, when it is renamed. */
  to: z.string().min(1).max(40).optional(),
  confirm: z.boolean().optional(),
})
export type MasterData = z.infer<typeof masterDataShape>

const list = new Set(['', '列表', '有哪些', 'list'])
const verbs: readonly [RegExp, Exclude<MasterData['verb'], 'list'>][] = [
  [/^(?:(?:新建|新增|添加)\s*|(?:new|add)(?:\s+|$))/i, 'new'],
  [/^(?:(?:改名|重命名)\s*|rename(?:\s+|$))/i, 'rename'],
  [/^(?:停用\s*|close(?:\s+|$))/i, 'close'],
  [/^(?:启用\s*|reopen(?:\s+|$))/i, 'reopen'],
]
/** Verbs that a command word may end with: 队新建, 新建站. */
const inWord = /新建|改名|停用|启用/
const between = /\s*(?:->|→|\|)\s*|\s+(?:(?:改为|改成|改叫|为|成|叫|to)\s+)?/

/** The verb, and what was said after it; `undefined` when there is none. */
export function readVerb(rest: string, word = ''): { verb: MasterData['verb']; said: string } | undefined {
  const whole = `${inWord.exec(word)?.[0] ?? ''} ${rest}`.trim()
  if (whole.includes('\n')) return undefined
  if (list.has(whole.toLowerCase())) return { verb: 'list', said: '' }
  for (const [pattern, verb] of verbs) {
    const found = pattern.exec(whole)
    if (found) return { verb, said: whole.slice(found[0].length).trim() }
  }
  return undefined
}

/** One name, or two when it is renamed. */
export function readNames(
  verb: MasterData['verb'],
  said: string,
): Pick<MasterData, 'name' | 'to'> | undefined {
  const names = said.split(between).filter(Boolean)
  if (names.length > (verb === 'rename' ? 2 : 1) || names.some((name) => name.length > 40)) return undefined
  const [name, to] = names
  return { ...(name && { name }), ...(to && { to }) }
}

const readName = (text: string) =>
  text.length <= 40 && !text.includes('\n') && !isQuiet(text) ? text : undefined

/** What may be asked back: a name, the other name, and whether it is meant. */
export const masterDataQuestions = {
  name: {
    free: true,
    read(text) {
      const name = readName(text)
      return name === undefined ? undefined : { name }
    },
  },
  to: {
    free: true,
    read(text) {
      const to = readName(text)
      return to === undefined ? undefined : { to }
    },
  },
  confirm: {
    read(text) {
      const confirm = readWideYes(text)
      return confirm === undefined ? undefined : { confirm }
    },
  },
} satisfies Record<string, Question<MasterData>>
