import type { Grouping, TallySum } from '../../domain/tally.ts'
import type { Context } from '../command.ts'
import { inHours } from './in-hours.ts'

/** Rows shown; the rest are summed up in one line, so that the rows still add up to the whole. */
const shown = 12

/**
 * One row for each team, station, category, month or social worker: months in their order, all else by hours. Social
 * workers are told by number and name, since rows go to the asker alone.
 */
export async function rowsBy(
  by: Grouping,
  groups: readonly TallySum[],
  { store, texts: { stats } }: Pick<Context, 'store' | 'texts'>,
): Promise<string[]> {
  if (groups.length === 0) return [`${stats.by[by]}${stats.noRows}`]
  const sorted = groups.toSorted((a, b) => (by === 'month' ? 0 : b.minutes - a.minutes) || byName(a, b))
  const first = sorted.slice(0, shown)
  const rest = sorted.slice(shown)
  const numbers = by === 'verifier' ? first.flatMap(({ name }) => name ?? []) : []
  const people = numbers.length > 0 ? await store.people.many(numbers) : []
  const named = (number: string) =>
    [number, people.find(({ _id }) => _id === number)?.name].filter(Boolean).join(' ')
  const sum = (field: 'minutes' | 'attendances') => rest.reduce((total, group) => total + group[field], 0)
  return [
    stats.by[by],
    ...first.map(({ name, minutes, attendances }) =>
      stats.row({
        name: name === undefined ? stats.none : named(name),
        hours: inHours(minutes),
        minutes,
        attendances,
      }),
    ),
    ...(rest.length > 0
      ? [
          stats.rest({
            count: rest.length,
            hours: inHours(sum('minutes')),
            minutes: sum('minutes'),
            attendances: sum('attendances'),
          }),
        ]
      : []),
  ]
}

const byName = (a: TallySum, b: TallySum): number => ((a.name ?? '') < (b.name ?? '') ? -1 : 1)
