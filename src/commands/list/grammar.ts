import { z } from 'zod'
import { addMonths } from '../../domain/time/add-months.ts'
import { addDays, localDate } from '../../domain/time/local-date.ts'
import { takeDate } from '../../domain/time/take-date.ts'
import { type Period, takePeriod } from '../../domain/time/take-period.ts'
import type { Grammar, Reading } from '../grammar.ts'
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

/** Periods look back, this list looks ahead: a bare month that is over (`1月` in November) is next year's. */
function ahead({ from, to }: Period, said: string, { now, zone }: Reading): { from: string; to: string } {
  const isOver = to < localDate(now, zone)
  if (!isOver || !/^\d{1,2}月(?:份)?$/.test(said)) return { from, to }
  return { from: addMonths(from, 12), to: addDays(addMonths(addDays(to, 1), 12), -1) }
}

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
    return period?.rest === '' ? { args: ahead(period.period, rest, reading) } : undefined
  },
  questions: {
    skip: {
      read: (text, _reading, { skip = 0 }) => (more.test(text) ? { skip: skip + pageSize } : undefined),
    },
  },
  needs: 'anyone',
  where: 'anywhere',
}
