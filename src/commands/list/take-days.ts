import { type LocalDate, localDate } from '../../domain/time/local-date.ts'
import { takeDate } from '../../domain/time/take-date.ts'
import { takePeriod } from '../../domain/time/take-period.ts'
import type { Reading } from '../grammar.ts'

type Days = { from: LocalDate; to: LocalDate; rest: string }

/** Days that somebody looks for activities on, both ends inclusive. A month without its year is the coming one. */
export function takeDays(text: string, { now, zone }: Reading): Days | undefined {
  const date = takeDate(text, { now, zone, toward: 'future' })
  const found = takePeriod(text, { now, zone })
  if (!found || (date && date.rest.length <= found.rest.length))
    return date && { from: date.date, to: date.date, rest: date.rest }
  const { period, rest } = found
  const today = localDate(now, zone)
  const month = /^\d{1,2}月/.exec(text)?.[0]
  const nextYear = Number(period.from.slice(0, 4)) + 1
  const coming = month && period.to < today ? takePeriod(`${nextYear}年${month}`, { now, zone }) : undefined
  const { from, to } = coming ? coming.period : period
  return { from, to, rest }
}
