import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({ id: z.string().optional() })
export type CloseReportArgs = z.infer<typeof shape>

/** `办结 F12`: nothing more is to be done about a report. */
export const closeReportGrammar: Grammar<CloseReportArgs> = {
  name: 'close-report',
  words: { 'zh-CN': ['办结'], en: ['resolve'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'F')
    return code?.rest === '' ? { args: { id: code.value } } : undefined
  },
  needs: 'socialWorker',
  where: 'anywhere',
}
