import { z } from 'zod'
import type { Question, Read } from './grammar.ts'
import { isSurelyName, readPersonNames } from './parse/person-name.ts'
import { codeQuestion } from './one-activity.ts'
import { takeCode } from './parse/take.ts'

/** An activity and some people by name or number: `A12 张三 李四`. */
export const peopleAtShape = z.object({
  code: z.string().optional(),
  who: z.array(z.string().max(40)).max(50).optional(),
})
export type PeopleAt = z.infer<typeof peopleAtShape>

/** Reads the words after a command that is about people at an activity. */
export function readPeopleAt(rest: string): Read<PeopleAt> | undefined {
  if (rest === '') return { args: {}, loose: true }
  const code = takeCode(rest, 'A')
  if (!code) return undefined
  if (code.rest === '') return { args: { code: code.value }, loose: true }
  const who = readPersonNames(code.rest)
  if (!who || who.length > 50) return undefined
  return { args: { code: code.value, who }, loose: !who.every(isSurelyName) }
}

/** What such a command may ask. */
export const peopleAtQuestions: { code: Question<PeopleAt>; who: Question<PeopleAt> } = {
  code: codeQuestion,
  who: {
    free: true,
    read(text) {
      const who = readPersonNames(text)
      return who && who.length <= 50 ? { who } : undefined
    },
  },
}
