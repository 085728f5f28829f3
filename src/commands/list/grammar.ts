import { z } from 'zod'
import { takeDate } from '../../domain/time/take-date.ts'
import { takePeriod } from '../../domain/time/take-period.ts'
import type { Grammar } from '../grammar.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({
  code: z.string().optional(),
  from: z.string().optional(),
  /** Inclusive. */
  to: z.string().optional(),
  category: z.string().optional(),
  team: z.string().optional(),
  /** How many were shown already. */
  skip: z.number().int().min(0).optional(),
})

/** Activities shown at once. */
export const pageSize = 5

const more = /^(?:更多|还有吗|more)$/i

/** `活动 [本周|老人服务|南园队]`, `活动 A12`, `A12`. */
export const listGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'list',
  words: { 'zh-CN': ['活动', '活动列表'], en: ['list', 'activities'] },
  shape,
  read(rest, reading) {
    if (rest === '') return { args: {} }
    const code = takeCode(rest, 'A')
    if (code) return code.rest === '' ? { args: { code: code.value } } : undefined
    const { categories, teams } = reading.snapshot
    if (categories.includes(rest)) return { args: { category: rest } }
    if (teams.includes(rest)) return { args: { team: rest } }
    const date = takeDate(rest, { ...reading, toward: 'future' })
    if (date?.rest === '') return { args: { from: date.date, to: date.date } }
    const period = takePeriod(rest, reading)
    return period?.rest === '' ? { args: { from: period.period.from, to: period.period.to } } : undefined
  },
  questions: {
    skip: {
      read: (text, _reading, { skip = 0 }) => (more.test(text) ? { skip: skip + pageSize } : undefined),
    },
  },
  needs: 'anyone',
  where: 'anywhere',
}
