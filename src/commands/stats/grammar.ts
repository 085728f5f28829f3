import { z } from 'zod'
import { takePeriod } from '../../domain/time/take-period.ts'
import type { Grammar } from '../grammar.ts'

const shape = z.object({
  period: z.object({ from: z.string(), to: z.string(), name: z.string() }).optional(),
  by: z.enum(['team', 'station', 'category', 'month']).optional(),
})
type Args = z.infer<typeof shape>

/** The longer of two that begin alike comes first. */
const groupings: readonly [string, NonNullable<Args['by']>][] = [
  ['按队伍', 'team'],
  ['按队', 'team'],
  ['各队', 'team'],
  ['按站点', 'station'],
  ['按站', 'station'],
  ['各站', 'station'],
  ['按类别', 'category'],
  ['按类', 'category'],
  ['按月份', 'month'],
  ['按月', 'month'],
  ['by team', 'team'],
  ['by station', 'station'],
  ['by category', 'category'],
  ['by month', 'month'],
]

/** `统计 [本月|上季度|2026] [按队|按站|按类别|按月]`, in any order. */
export const statsGrammar: Grammar<Args> = {
  name: 'stats',
  words: { 'zh-CN': ['统计', '数据统计'], en: ['stats', 'statistics'] },
  shape,
  read(rest, reading) {
    const args: Args = {}
    let left = rest
    while (left !== '') {
      const grouping = args.by ? undefined : groupings.find(([words]) => left.toLowerCase().startsWith(words))
      const period = args.period ? undefined : takePeriod(left, reading)
      if (grouping) [args.by, left] = [grouping[1], left.slice(grouping[0].length)]
      else if (period) [args.period, left] = [period.period, period.rest]
      else return undefined
      left = left.replace(/^[\s,、]+/, '')
    }
    return { args }
  },
  needs: 'socialWorker',
  where: 'anywhere',
}
