import type { Texts } from '../../locale/index.ts'
import { inHours } from './in-hours.ts'

type Group = { _id: string | null; minutes: number; attendances: number }

/** Rows shown; the rest are summed up in one line, so that the rows still add up to the whole. */
const shown = 12

/** One row for each team, station, category or month: months in their order, all else by hours. */
export function rowsBy(
  by: 'team' | 'station' | 'category' | 'month',
  groups: readonly Group[],
  { stats }: Texts,
): string[] {
  if (groups.length === 0) return [`${stats.by[by]}${stats.noRows}`]
  const sorted = by === 'month' ? groups : groups.toSorted((a, b) => b.minutes - a.minutes)
  const rest = sorted.slice(shown)
  const sum = (field: 'minutes' | 'attendances') => rest.reduce((total, group) => total + group[field], 0)
  return [
    stats.by[by],
    ...sorted
      .slice(0, shown)
      .map(({ _id, minutes, attendances }) =>
        stats.row({ name: _id ?? stats.none, hours: inHours(minutes), minutes, attendances }),
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
