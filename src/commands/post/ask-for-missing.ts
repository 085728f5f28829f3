import type { Reply } from '../../chat/reply.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { formatRange } from '../../locale/format.ts'
import type { Context } from '../command.ts'
import { daysOf, type Span, spansOn } from '../plan-series.ts'
import { mostDates } from '../series-args.ts'
import type { PostArgs } from './grammar.ts'

/** Arguments in which nothing is missing. */
export type CompletePost = PostArgs &
  Required<Pick<PostArgs, 'title' | 'category' | 'start' | 'end' | 'place' | 'places'>>

const mostPlaces = 100_000

/** Asks for the first thing that is missing or cannot be; everything known so far stays in the question. */
export async function askForMissing(
  args: PostArgs,
  context: Context,
): Promise<{ reply: Reply } | { post: CompletePost }> {
  const { texts, now } = context
  // Whatever has to be said again is also to be confirmed again.
  const { confirm: _, ...known } = args
  const { title, category, place, places } = known
  const { start, end } = firstSpan(known, context)
  const ask = (field: string, text: string, quickReplies?: string[]) => ({
    reply: { text, ...(quickReplies && { quickReplies }), question: { field, args: known } },
  })
  const askTimeAgain = (text: string) => {
    const args = { ...known, start: undefined, end: undefined, series: undefined, spans: undefined }
    return { reply: { text, question: { field: 'start', args } } }
  }
  const series = known.series && askForSeries(known.series, context)
  if (series && 'again' in series) return askTimeAgain(series.again)
  if (series && 'field' in series) return ask(series.field, series.text)
  if (start !== undefined && end !== undefined) {
    if (end <= start) return askTimeAgain(texts.post.endBeforeStart)
    if (start < now.getTime() && !known.series)
      return askTimeAgain(texts.post.past({ when: formatRange({ start, end }, context) }))
  }
  if (!title) return ask('title', texts.post.askTitle)
  const wrongCategory = await checkCategory(category, context)
  if (wrongCategory) return ask('category', wrongCategory.text, wrongCategory.categories)
  if (start === undefined || end === undefined)
    return ask(
      'start',
      known.unclear ? texts.post.unclearStart({ said: known.unclear }) : texts.post.askStart,
    )
  if (!place) return ask('place', texts.post.askPlace)
  if (places === undefined) return ask('places', texts.post.askPlaces)
  if (!Number.isInteger(places) || places < 1 || places > mostPlaces)
    return ask('places', texts.post.wrongPlaces)
  return { post: { ...args, title, category: category ?? '', start, end, place, places } }
}

/** The first time of a series stands for all of them. */
function firstSpan(
  known: PostArgs,
  context: Context,
): { start?: number | undefined; end?: number | undefined } {
  return known.spans?.[0] ?? (known.series && spansOfSeries(known.series, context)[0]) ?? known
}

/** What a series lacks: an end, clock times, or fewer days. */
function askForSeries(
  series: NonNullable<PostArgs['series']>,
  context: Context,
): { again: string } | { field: string; text: string } | undefined {
  const { texts } = context
  if (!series.clock) return { field: 'start', text: texts.series.askClock }
  if (series.times === undefined && series.until === undefined)
    return { field: 'seriesEnd', text: texts.series.askEnd }
  const { length } = spansOfSeries(series, context)
  if (length === 0) return { again: texts.series.none }
  return length > mostDates || (series.times ?? 0) > mostDates
    ? { again: texts.series.tooMany({ most: mostDates }) }
    : undefined
}

/** All times of a series from today on. */
export function spansOfSeries(series: NonNullable<PostArgs['series']>, { now, zone }: Context): Span[] {
  return series.clock ? spansOn(daysOf(series, localDate(now.getTime(), zone)), series.clock, zone) : []
}

async function checkCategory(
  category: string | undefined,
  { store, texts }: Context,
): Promise<{ text: string; categories: string[] } | undefined> {
  const categories = (await store.categories.all()).map(({ _id }) => _id)
  if (category !== undefined && categories.includes(category)) return undefined
  const all = categories.join(texts.post.between)
  return {
    text: category
      ? texts.post.noCategory({ category, categories: all })
      : texts.post.askCategory({ categories: all }),
    categories,
  }
}
