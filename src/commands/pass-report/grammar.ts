import { z } from 'zod'
import { personQuestion } from '../ask-which.ts'
import type { Grammar } from '../grammar.ts'
import { readPersonName } from '../parse/person-name.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({ id: z.string().optional(), who: z.string().max(40).optional() })
export type PassReportArgs = z.infer<typeof shape>

/** `转 F12 李社工`: another social worker answers a report. */
export const passReportGrammar: Grammar<PassReportArgs> = {
  name: 'pass-report',
  words: { 'zh-CN': ['转', '转给', '转办'], en: ['pass'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'F')
    if (!code) return undefined
    const said = code.rest.replace(/^(?:给|to )\s*/i, '')
    if (said === '') return { args: { id: code.value }, loose: true }
    const who = readPersonName(said)
    return who ? { args: { id: code.value, who } } : undefined
  },
  questions: {
    who: personQuestion,
  },
  needs: 'socialWorker',
  where: 'anywhere',
}
