import { z } from 'zod'
import { groupings as groupingNames, type Grouping } from '../../domain/tally.ts'
import { takeDate } from '../../domain/time/take-date.ts'
import { takePeriod } from '../../domain/time/take-period.ts'
import type { Grammar, Reading } from '../grammar.ts'

const shape = z.object({
  period: z.object({ from: z.string(), to: z.string(), name: z.string() }).optional(),
  by: z.enum(groupingNames).optional(),
  /** The last day whose verifications count. */
  until: z.string().optional(),
  /** The same a year before beside it. */
  compare: z.boolean().optional(),
})
type Args = z.infer<typeof shape>

/** The longer of two that begin alike comes first. */
const groupings: readonly [string, Grouping][] = [
  ['按队伍', 'team'],
  ['按队', 'team'],
  ['各队', 'team'],
  ['按站点', 'station'],
  ['按站', 'station'],
  ['各站', 'station'],
  ['按类别', 'category'],
  ['按类', 'category'],
  ['各类', 'category'],
  ['按月份', 'month'],
  ['按月', 'month'],
  ['各月', 'month'],
  ['按社工', 'verifier'],
  ['各社工', 'verifier'],
  ['by team', 'team'],
  ['by station', 'station'],
  ['by category', 'category'],
  ['by month', 'month'],
  ['by social worker', 'verifier'],
]
/** Said as one word as well: `按队统计`. */
const asWords: readonly [string, Grouping][] = [
  ['按队统计', 'team'],
  ['按站统计', 'station'],
  ['按类别统计', 'category'],
  ['按月统计', 'month'],
  ['按社工统计', 'verifier'],
]

const untilWord = /^(?:截[至止](?:到|至)?|as of|until)\s*/i
const compareWord = /^(?:同比|比去年同期|比去年|year on year|yoy|compared)/i

/** `统计 [本月|上季度|2026] [按队|按站|按类别|按月|按社工] [截至 11月5日] [同比]`, in any order; also `按队统计`. */
export const statsGrammar: Grammar<Args> = {
  name: 'stats',
  words: {
    'zh-CN': ['统计', '数据统计', ...asWords.map(([word]) => word)],
    en: ['stats', 'statistics'],
  },
  shape,
  read(rest, reading, said) {
    const by = asWords.find(([word]) => word === said?.word)?.[1]
    const args: Args = by ? { by } : {}
    let left = rest
    while (left !== '') {
      const after = take(left, args, reading)
      if (after === undefined) return undefined
      left = after.replace(/^[\s,、]+/, '')
    }
    return { args }
  },
  needs: 'leader',
  where: 'anywhere',
}

/** Takes one part from the beginning of a text and gives what is left; `undefined` when it is none, or said twice. */
function take(text: string, args: Args, reading: Reading): string | undefined {
  const grouping = args.by ? undefined : groupings.find(([words]) => text.toLowerCase().startsWith(words))
  if (grouping) {
    args.by = grouping[1]
    return text.slice(grouping[0].length)
  }
  const until = args.until ? undefined : untilWord.exec(text)?.[0]
  if (until !== undefined) {
    const day = takeDate(text.slice(until.length), { ...reading, toward: 'past' })
    args.until = day?.date
    return day?.rest
  }
  const compare = args.compare ? undefined : compareWord.exec(text)?.[0]
  if (compare !== undefined) {
    args.compare = true
    return text.slice(compare.length)
  }
  const period = args.period ? undefined : takePeriod(text, reading)
  if (period) args.period = period.period
  return period?.rest
}
