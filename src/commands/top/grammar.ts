import { z } from 'zod'
import { takePeriod } from '../../domain/time/take-period.ts'
import type { Grammar } from '../grammar.ts'

/** Places told at most. */
export const mostPlaces = 50

const shape = z.object({
  count: z.number().int().min(1).max(mostPlaces).optional(),
  period: z.object({ from: z.string(), to: z.string(), name: z.string() }).optional(),
})
type Args = z.infer<typeof shape>

/** `10`, `前10名`; a number that goes on is a year or a month. */
const places = /^(?:前|top )?\s*(\d{1,2})\s*(?:名|位|个)?(?![\d月年\-/到至.])/i

/** `排行 [n] [2026]`: who has served most, in any order. */
export const topGrammar: Grammar<Args> = {
  name: 'top',
  words: { 'zh-CN': ['排行', '排行榜', '时长排行'], en: ['top', 'ranking'] },
  shape,
  read(rest, reading) {
    const args: Args = {}
    let left = rest
    while (left !== '') {
      const period = args.period ? undefined : takePeriod(left, reading)
      const count = args.count || period ? undefined : places.exec(left)
      if (period) [args.period, left] = [period.period, period.rest]
      else if (count && Number(count[1]) >= 1 && Number(count[1]) <= mostPlaces)
        [args.count, left] = [Number(count[1]), left.slice(count[0].length)]
      else return undefined
      left = left.replace(/^[\s,、]+/, '')
    }
    return { args }
  },
  needs: 'admin',
  where: 'anywhere',
}
