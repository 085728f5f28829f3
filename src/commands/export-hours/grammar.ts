import { z } from 'zod'
import { takePeriod } from '../../domain/time/take-period.ts'
import type { Grammar } from '../grammar.ts'

const shape = z.object({
  period: z.object({ from: z.string(), to: z.string(), name: z.string() }).optional(),
})

/** `导出 时长 2026-10`: every line of the ledger in a period, as a workbook. */
export const exportHoursGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'export-hours',
  words: { 'zh-CN': ['导出 时长', '导出时长'], en: ['export hours', 'export-hours'] },
  shape,
  read(rest, reading) {
    if (rest === '') return { args: {} }
    const period = takePeriod(rest, reading)
    return period?.rest === '' ? { args: { period: period.period } } : undefined
  },
  questions: {
    period: {
      read(text, reading) {
        const period = takePeriod(text, reading)
        return period?.rest === '' ? { period: period.period } : undefined
      },
    },
  },
  needs: 'socialWorker',
  where: 'direct',
}
