import { z } from 'zod'
import { takeDuration } from '../../domain/time/take-duration.ts'
import type { Grammar } from '../grammar.ts'
import { managedQuestions } from '../managed-questions.ts'
import { isAsking } from '../parse/asking.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({
  code: z.string().optional(),
  minutes: z.number().int().positive().optional(),
  note: z.string().max(100).optional(),
})
export type LateArgs = z.infer<typeof shape>

/** `晚到 A12 10分钟`: tells the leader; the place is kept. */
export const lateGrammar: Grammar<LateArgs> = {
  name: 'late',
  words: { 'zh-CN': ['晚到', '迟到', '我晚到', '我要晚到'], en: ['late', 'running late'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    const known = code && { code: code.value }
    if (code?.rest === '') return { args: { code: code.value } }
    const late = takeLate(code?.rest ?? rest)
    return late && { args: { ...known, ...late }, loose: !code }
  },
  questions: {
    code: managedQuestions.code,
    minutes: { read: (text) => takeLate(/^\d{1,3}$/.test(text) ? `${text}分钟` : text) },
  },
  forSelf: true,
  needs: 'registered',
  where: 'anywhere',
}

/** How long, and why in a few words. */
function takeLate(text: string): Pick<LateArgs, 'minutes' | 'note'> | undefined {
  const taken = takeDuration(text.replace(/^(?:大概|大约|约|by |about )\s*/i, ''))
  if (!taken || taken.rest.length > 100 || isAsking(taken.rest)) return undefined
  const note = taken.rest.replace(/^[\s,、;到]+/, '')
  return { minutes: taken.minutes, ...(note && { note }) }
}
