import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../domain/time/local-date.ts'
import type { Texts } from './index.ts'

type Moment = Date | number

const zoned = (moment: Moment, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(Number(moment)).toZonedDateTimeISO(zone)

/** `11月28日 周六`; with the year when it is not the year of `now`. */
export function formatDay(
  moment: Moment,
  { zone, texts, now }: { zone: string; texts: Texts; now?: Moment },
): string {
  const at = zoned(moment, zone)
  const isOtherYear = now !== undefined && zoned(now, zone).year !== at.year
  const date = texts.common.month(at)
  const day = isOtherYear ? texts.common.withYear({ date, year: at.year }) : date
  return `${day} ${texts.common.weekdays[at.dayOfWeek - 1]}`
}

/** `9:00`. */
export function formatClock(moment: Moment, zone: string): string {
  const at = zoned(moment, zone)
  return `${at.hour}:${String(at.minute).padStart(2, '0')}`
}

/** `11月28日 周六 9:00-12:00`; when it crosses midnight, both days are said. */
export function formatRange(
  range: { start: Moment; end: Moment },
  options: { zone: string; texts: Texts; now?: Moment },
): string {
  const { zone, texts } = options
  const sameDay = zoned(range.start, zone).toPlainDate().equals(zoned(range.end, zone).toPlainDate())
  const start = `${formatDay(range.start, options)} ${formatClock(range.start, zone)}`
  const end = formatClock(range.end, zone)
  return sameDay
    ? `${start}-${end}`
    : `${start} ${texts.common.until} ${formatDay(range.end, options)} ${end}`
}

/** `2小时30分`; whole minutes. */
export function formatMinutes(minutes: number, texts: Texts): string {
  return texts.common.minutes({ hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

/** `2026年11月28日`: a whole date, for papers and pages. */
export function formatLocalDate(date: LocalDate, texts: Texts): string {
  const { year, month, day } = Temporal.PlainDate.from(date)
  return texts.common.withYear({ date: texts.common.month({ month, day }), year })
}

/** `2026年3月1日至2026年11月28日`; a single day is said once. */
export function formatDays({ from, to }: { from: LocalDate; to: LocalDate }, texts: Texts): string {
  return texts.certificate.period({ from: formatLocalDate(from, texts), to: formatLocalDate(to, texts) })
}
