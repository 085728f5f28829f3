import { holidayMark, isPublished } from '../domain/holiday-mark.ts'
import { localDate } from '../domain/time/local-date.ts'
import { formatDay, formatRange } from '../locale/format.ts'
import type { Context } from './command.ts'
import type { SeriesPlan, Span } from './plan-series.ts'

/** Days shown one by one; of the others it is said how many and which is the last. */
const shown = 6

type Saying = Pick<Context, 'texts' | 'zone' | 'now' | 'locale'>

/** The days of a plan, each with its weekday and what the holiday calendar says of it, and what is left out and why. */
export function seriesLines({ made, past, there }: SeriesPlan, context: Saying): string[] {
  const { texts, zone } = context
  const more = made.length - shown
  const last = made.at(-1)
  const dates = made.map(({ start }) => localDate(start, zone))
  const unpublished = dates.find((date) => !isPublished(date))?.slice(0, 4)
  const days = (spans: readonly Span[]) =>
    spans.map(({ start }) => formatDay(start, context)).join(texts.series.between)
  return [
    ...made.slice(0, shown).map((span) => sayDay(span, context)),
    ...(more > 0 && last ? [texts.series.more({ count: more, last: formatDay(last.start, context) })] : []),
    ...(past.length > 0 ? [texts.series.past({ days: days(past) })] : []),
    ...(there.length > 0
      ? [
          texts.series.there({
            days: days(there),
            codes: there.map(({ code }) => code).join(texts.series.between),
          }),
        ]
      : []),
    ...(unpublished ? [texts.series.unpublished({ year: unpublished })] : []),
  ]
}

function sayDay(span: Span, context: Saying): string {
  const { texts, zone, locale } = context
  const mark = holidayMark(localDate(span.start, zone))
  const when = formatRange(span, context)
  if (!mark) return when
  return texts.series[mark.kind]({ when, name: locale === 'en' ? mark.en : mark.zh })
}
