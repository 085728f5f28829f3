import { z } from 'zod'
import { takeDate } from '../../domain/time/take-date.ts'
import type { Grammar, Reading } from '../grammar.ts'
import { managedQuestions } from '../managed-questions.ts'
import { readPersonNames } from '../parse/person-name.ts'

const shape = z.object({
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  /** The last day, `YYYY-MM-DD`. */
  until: z.string().optional(),
  confirm: z.boolean().optional(),
})
export type HandOverArgs = z.infer<typeof shape>

/** `移交 王社工 李社工`, `移交 王社工 李社工 到12月15日`: what one leads goes to the other, for good or until a day. */
export const handOverGrammar: Grammar<HandOverArgs> = {
  name: 'hand-over',
  words: { 'zh-CN': ['移交'], en: ['hand over', 'hand-over'] },
  shape,
  read(rest, reading) {
    if (rest === '') return { args: {}, loose: true }
    const [names = '', said] = rest.split(/\s+(?:直?到|至|until|till)\s*/, 2)
    const people = readPersonNames(names.replace(/\s+(?:给|to)\s+/i, ','))
    const [from, to, third] = people ?? []
    if (!from || third) return undefined
    if (!to) return { args: { from }, loose: true }
    if (said === undefined) return { args: { from, to } }
    const until = readDay(said, reading)
    return until ? { args: { from, to, until } } : undefined
  },
  questions: { confirm: managedQuestions.confirm },
  needs: 'admin',
  where: 'anywhere',
}

function readDay(text: string, { now, zone }: Reading): string | undefined {
  const taken = takeDate(text, { now, zone, toward: 'future' })
  return taken?.rest === '' ? taken.date : undefined
}
