import { z } from 'zod'
import { takePeriod } from '../../domain/time/take-period.ts'
import type { Grammar } from '../grammar.ts'

const shape = z.object({
  period: z.object({ from: z.string(), to: z.string(), name: z.string() }).optional(),
})

/** `证明 [2026]`: my 志愿服务记录证明 as a PDF, of all verified hours or those of a period. */
export const certificateGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'certificate',
  words: { 'zh-CN': ['证明', '服务证明', '志愿服务证明', '开证明'], en: ['certificate'] },
  shape,
  read(rest, reading) {
    if (rest === '') return { args: {} }
    const period = takePeriod(rest, reading)
    return period?.rest === '' ? { args: { period: period.period } } : undefined
  },
  needs: 'registered',
  where: 'anywhere',
}
