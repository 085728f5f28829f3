import { clockMoment } from './clock-moment.ts'
import { clockSpan, hasTwoReadings } from './clock-span.ts'
import { halfDayWord } from './half-day.ts'
import { addDays } from './local-date.ts'
import type { Clock, LocalDate, Toward } from './local-date.ts'
import { numeral } from './numeral.ts'
import { between, takeClock } from './take-clock.ts'
import type { ClockTime } from './take-clock.ts'
import { takeDate } from './take-date.ts'

const opening = /^(?:从|from (?=\d))\s*/iu
const separator = new RegExp(`^${between}`, 'iu')
const nextDay = /^(?:次日|第二天|翌日)\s*/u
/** The first number of 9-12点 or 9-11am, whose unit stands after the second. */
const bareNumber = new RegExp(
  `^(?:${halfDayWord})?\\s*${numeral}(?=${between}(?:${halfDayWord})?\\s*${numeral}(点|时|(?::\\d\\d)?\\s*[ap]\\.?m))`,
  'iu',
)
const dayMs = 86_400_000

type About = Clock & { toward: Toward; date?: LocalDate }
type Range = { start: number; end: number; rest: string }
type Ends = {
  from: ClockTime
  to: ClockTime
  toDate: LocalDate | undefined
  isNextDay: boolean
  rest: string
}

/**
 * Reads `[day] clock-clock` from the beginning of a text: start and end in milliseconds since 1970, end after start, at
 * most 24 hours apart. Without a day in the text `at.date` is the day; without either nothing is understood, except
 * where the words name the day (昨晚). The range may cross midnight, by itself or with 次日 or a second date.
 * Clock times that a zone skips or has twice on that day are not understood.
 */
export function takeRange(text: string, at: About): Range | undefined {
  const clocks = takeEnds(text, at)
  if (clocks) return at.date === undefined ? undefined : onDay(clocks, at.date, at.zone)
  const day = takeDate(text, at)
  const dated = day && takeEnds(day.rest.replace(/^[,的]\s*/u, ''), at)
  return day && dated && onDay(dated, day.date, at.zone)
}

function takeEnds(text: string, at: About): Ends | undefined {
  const opened = text.replace(opening, '')
  const first = takeClock(opened) ?? takeBare(opened)
  const joint = first && separator.exec(first.rest)
  if (!first || !joint) return undefined
  let rest = first.rest.slice(joint[0].length)
  const isNextDay = nextDay.test(rest)
  rest = rest.replace(nextDay, '')
  const day = isNextDay ? undefined : takeDate(rest, at)
  const last = takeClock(day ? day.rest : rest)
  return last && { from: first.time, to: last.time, toDate: day?.date, isNextDay, rest: last.rest }
}

/**
 * A first number that borrows the unit of the second: `9-12点` is `9点-12点`, `9-11am` is `9am-11am`. Where the borrowed half
 * of the day would put the start after the end, a start in the morning is what is left: `10-2pm`.
 */
function takeBare(text: string): { time: ClockTime; rest: string } | undefined {
  const match = bareNumber.exec(text)
  if (!match) return undefined
  const [said, unit = ''] = match
  const rest = text.slice(said.length)
  if (/^[点时]/u.test(unit)) return withRest(takeClock(`${said}点`), rest)
  const end = takeClock(rest.replace(separator, ''))
  if (/a/iu.test(unit)) return withRest(takeClock(`${said}am`), rest)
  const afternoon = takeClock(`${said}pm`)
  const isBefore = afternoon && end && afternoon.time.minutes < end.time.minutes
  return withRest(isBefore ? afternoon : takeClock(`${said}am`), rest)
}

function withRest(
  taken: { time: ClockTime } | undefined,
  rest: string,
): { time: ClockTime; rest: string } | undefined {
  return taken && { time: taken.time, rest }
}

function onDay(ends: Ends, date: LocalDate, zone: string): Range | undefined {
  const span = spanOf(ends, date)
  const start = span && clockMoment(date, span.start, zone)
  const end = span && clockMoment(date, span.end, zone)
  if (start === undefined || end === undefined || end <= start || end - start > dayMs) return undefined
  return { start, end, rest: ends.rest }
}

/** With a said end day the times are as written; 10点到次日1点 could still begin at ten in the evening. */
function spanOf(
  { from, to, toDate, isNextDay }: Ends,
  date: LocalDate,
): { start: number; end: number } | undefined {
  const isTomorrow = isNextDay || toDate === addDays(date, 1)
  if (isTomorrow) return hasTwoReadings(from) ? undefined : { start: from.minutes, end: to.minutes + 1440 }
  return toDate === undefined || toDate === date ? clockSpan(from, to) : undefined
}
