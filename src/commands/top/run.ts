import type { z } from 'zod'
import { reachOf } from '../../domain/reach.ts'
import { sumByPerson } from '../../domain/tally.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { formatClock } from '../../locale/format.ts'
import type { Context, Run } from '../command.ts'
import { inHours } from '../stats/in-hours.ts'
import { dayParts } from '../stats/numerals.ts'
import type { topGrammar } from './grammar.ts'

export type TopArgs = z.infer<(typeof topGrammar)['shape']>

const usualPlaces = 10
/** With the heading and the pointer to the rest that makes six. */
const placesInRoom = 4

/** Somebody's place; who has the same minutes has the same one. */
type Standing = { place: number; number: string; minutes: number }

/**
 * Who has most verified hours in a period, this year so far when none is said. In a room only numbers are told; the
 * asker is told the names.
 */
export const runTop: Run<TopArgs> = async ({ count = usualPlaces, period }, context) => {
  const { store, texts, now, zone, place } = context
  const today = localDate(now.getTime(), zone)
  const said = period ?? { from: `${today.slice(0, 4)}-01-01`, to: today, name: texts.top.thisYear }
  if (said.from > today) return { text: texts.stats.notBegun({ period: said.name }) }
  const to = said.to < today ? said.to : today
  const days = { from: said.from, to }
  const tallies = await store.tallies.months(days, zone)
  const reach = reachOf(context.asker.grants, 'admin')
  const standings = rank(sumByPerson(tallies, { ...days, reach, until: now }, 'minutes'), count, context)
  const day = (date: string) => texts.stats.day(dayParts(date))
  const header = texts.top.header({
    period: said.name,
    from: day(said.from),
    to: day(to),
    until: `${day(today)} ${formatClock(now, zone)}`,
  })
  if (standings.length === 0) return { text: `${header}\n${texts.top.nobody}` }
  const people = await store.people.many(standings.map(({ number }) => number))
  const line = ({ place: at, number, minutes }: Standing, name?: string) =>
    texts.top.line({ place: at, who: name ? `${number} ${name}` : number, hours: inHours(minutes), minutes })
  const named = standings.map((one) => line(one, people.find(({ _id }) => _id === one.number)?.name))
  const whole = [header, ...named].join('\n')
  if (place.kind === 'direct') return { text: whole }
  const shown = standings.slice(0, placesInRoom).map((one) => line(one))
  return { text: [header, ...shown, texts.top.restPrivately].join('\n'), private: whole }
}

/** The first so many, without putting everybody in order. */
function rank(minutes: Int32Array, count: number, { store }: Context): Standing[] {
  const best: { digits: number; sum: number }[] = []
  for (const [digits, sum] of minutes.entries()) {
    if (sum <= (best.length < count ? 0 : (best.at(-1)?.sum ?? 0))) continue
    const after = best.findIndex((one) => one.sum < sum)
    best.splice(after < 0 ? best.length : after, 0, { digits, sum })
    best.length = Math.min(best.length, count)
  }
  let place = 0
  return best.map(({ digits, sum }, i) => {
    if (sum !== best[i - 1]?.sum) place = i + 1
    return { place, number: store.counters.format('person', digits), minutes: sum }
  })
}
