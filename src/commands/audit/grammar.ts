import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { takeCode } from '../parse/take.ts'

/** Lines shown at most: more than that is for the console. */
export const mostLines = 50

const shape = z.object({
  count: z.number().int().min(1).max(mostLines).optional(),
  by: z.string().optional(),
})

/** `审计`, `审计 20`, `审计 V000123 20`: who did what. */
export const auditGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'audit',
  words: { 'zh-CN': ['审计'], en: ['audit'] },
  shape,
  read(rest) {
    const person = takeCode(rest, 'V')
    const left = person ? person.rest : rest
    const by = person && { by: person.value }
    if (left === '') return { args: { ...by } }
    const count = /^(\d{1,3})\s*条?$/.exec(left)
    return count ? { args: { ...by, count: Math.min(mostLines, Math.max(1, Number(count[1]))) } } : undefined
  },
  needs: 'admin',
  where: 'direct',
}
