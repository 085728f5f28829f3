import { z } from 'zod'
import { takeSeries } from '../domain/time/take-series.ts'
import type { Reading } from './grammar.ts'

/** Activities that one message may make, at most: every week of half a year. */
export const mostDates = 26

const weekdays = z.array(z.number().int().min(1).max(7)).min(1).max(7)
const minutes = z.number().int().min(0).max(2_880)

/** A series as a command keeps it until it is confirmed; `clock` in minutes from midnight. */
export const seriesShape = z.object({
  repeat: z.union([
    z.object({ weekdays, everyWeeks: z.number().int().min(1).max(2) }),
    z.object({ weekdays, nth: z.number().int().min(-1).max(4) }),
  ]),
  times: z.number().int().optional(),
  until: z.string().optional(),
  clock: z.object({ start: minutes, end: minutes }).optional(),
})

/** Start and end of each activity, in milliseconds: the ones shown, and no others, are made after 是. */
export const spansShape = z.array(z.object({ start: z.number().int(), end: z.number().int() })).max(mostDates)

/** A series that is all of a text. */
export function readSeries(text: string, reading: Reading): z.infer<typeof seriesShape> | undefined {
  const taken = takeSeries(text, reading)
  return taken?.rest === '' ? taken.series : undefined
}

/** Where a series ends, said alone: `4次`, `4`, `到12月31日`. */
export function readSeriesEnd(
  text: string,
  reading: Reading,
): { times: number } | { until: string } | undefined {
  const said = /^\d{1,3}$/.test(text) ? `${text}次` : text
  const taken = readSeries(`每天 ${said}`, reading) ?? readSeries(`每天 到${said}`, reading)
  if (taken?.clock || !taken) return undefined
  if (taken.times !== undefined) return { times: taken.times }
  return taken.until === undefined ? undefined : { until: taken.until }
}
