import { z } from 'zod'
import { takePeriod } from '../../domain/time/take-period.ts'
import type { Grammar } from '../grammar.ts'

const shape = z.object({
  period: z.object({ from: z.string(), to: z.string(), name: z.string() }).optional(),
})

/** `时长 [本月|2026]`: my hours, verified, pending and refused. */
export const hoursGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'hours',
  words: { 'zh-CN': ['时长', '我的时长', '查时长'], en: ['hours', 'my hours'] },
  shape,
  read(rest, reading) {
    if (rest === '') return { args: {} }
    const period = takePeriod(rest, reading)
    return period?.rest === '' ? { args: { period: period.period } } : undefined
  },
  needs: 'registered',
  where: 'anywhere',
}
