import { z } from 'zod'
import { takeDate } from '../../domain/time/take-date.ts'
import { takeRange } from '../../domain/time/take-range.ts'
import type { Grammar, Reading } from '../grammar.ts'
import { managedQuestions } from '../managed-questions.ts'
import { takeCode } from '../parse/take.ts'
import { mostDates, readSeries, readSeriesEnd, seriesShape, spansShape } from '../series-args.ts'

const shape = z.object({
  code: z.string().optional(),
  /** Days alone: the clock times stay. */
  dates: z.array(z.string()).max(mostDates).optional(),
  series: seriesShape.optional(),
  /** A day with other clock times; after the preview the times that were shown. */
  spans: spansShape.optional(),
  confirm: z.boolean().optional(),
})
export type RepostArgs = z.infer<typeof shape>

/** `再发 A12 下周六`, `再发 A12 每周六 4次`: the same activity on other days. */
export const repostGrammar: Grammar<RepostArgs> = {
  name: 'repost',
  words: { 'zh-CN': ['再发', '再发布', '再办'], en: ['repost', 'post again'] },
  shape,
  read(rest, reading) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    if (!code) return undefined
    const days = readDays(code.rest.replace(/^[\s:,]*(?:在|到|于|on )?[\s:,]*/i, ''), reading)
    return { args: { code: code.value, ...days }, loose: !days }
  },
  questions: {
    ...managedQuestions,
    days: { read: readDays },
    end: {
      read(text, reading, { series }) {
        const end = readSeriesEnd(text, reading)
        return end && series && { series: { ...series, ...end } }
      },
    },
  },
  needs: 'leader',
  where: 'anywhere',
}

function readDays(
  text: string,
  reading: Reading,
): Pick<RepostArgs, 'dates' | 'series' | 'spans'> | undefined {
  const series = readSeries(text, reading)
  if (series) return { series }
  const at = { ...reading, toward: 'future' as const }
  const range = takeRange(text, at)
  if (range?.rest === '') return { spans: [{ start: range.start, end: range.end }] }
  const dates: string[] = []
  for (let rest = text; ;) {
    const day = takeDate(rest, at)
    if (!day) return undefined
    dates.push(day.date)
    if (day.rest === '')
      return dates.length <= mostDates ? { dates: [...new Set(dates)].toSorted() } : undefined
    rest = day.rest.replace(/^(?:[\s,、和]|and )+/, '')
  }
}
