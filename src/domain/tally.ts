import type { Reach } from './reach.ts'
import type { LocalDate } from './time/local-date.ts'

/**
 * A month of the ledger in columns: what was verified of service on its days, corrections included. One number per
 * line in each column; names are indices into `names`, 0 is none.
 */
export type Tally = {
  /** `2026-11`. */
  month: string
  names: readonly string[]
  columns: {
    /** The digits of the volunteer number. */
    person: Uint32Array
    minutes: Int32Array
    /** 1; of a correction what it adds, 0 or -1. */
    attendances: Int8Array
    /** Day of the month. */
    day: Uint8Array
    team: Uint16Array
    station: Uint16Array
    category: Uint16Array
    /** Whose word verified the line. */
    verifier: Uint16Array
    /** Working days from claim to verification; -1 where there was no claim to wait, as with a correction. */
    lag: Int16Array
    /** Milliseconds since 1970. */
    verifiedAt: Float64Array
  }
}

/** Which lines count: those of some days (both included), within a reach, verified by a moment. */
export type Counted = { from: LocalDate; to: LocalDate; reach: Reach; until: Date }

export const groupings = ['team', 'station', 'category', 'month', 'verifier'] as const
export type Grouping = (typeof groupings)[number]

/** What lines add up to; `lag` is the sum of working days over the `lagged` lines that somebody had claimed. */
export type TallySum = {
  name: string | undefined
  minutes: number
  attendances: number
  lag: number
  lagged: number
}

/** Sums of the lines that count, one for each group; one for all of them without `by`, none when there are no lines. */
export function sumTallies(tallies: readonly Tally[], counted: Counted, by?: Grouping): TallySum[] {
  const groups = new Map<string | undefined, TallySum>()
  for (const tally of tallies) {
    const { columns, names, month } = tally
    // Within a month groups are found by the index of their name: a look-up by text for each line would take longest.
    const own: TallySum[] = []
    const groupAt = (index: number): TallySum => {
      const name = !by ? undefined : by === 'month' ? month : nameAt(names, index)
      const group = groups.get(name) ?? { name, minutes: 0, attendances: 0, lag: 0, lagged: 0 }
      groups.set(name, group)
      return (own[index] = group)
    }
    const indices = by && by !== 'month' ? columns[by] : undefined
    for (const line of linesOf(tally, counted)) {
      const index = indices ? at(indices, line) : 0
      const group = own[index] ?? groupAt(index)
      group.minutes += at(columns.minutes, line)
      group.attendances += at(columns.attendances, line)
      const lag = at(columns.lag, line)
      if (lag < 0) continue
      group.lag += lag
      group.lagged++
    }
  }
  return [...groups.values()]
}

/**
 * Minutes or attendances of people whose lines count, by the digits of their number: those are given in sequence, so
 * the list has hardly a gap.
 */
export function sumByPerson(
  tallies: readonly Tally[],
  counted: Counted,
  column: 'minutes' | 'attendances',
): Int32Array {
  const last = tallies.reduce((most, { columns }) => columns.person.reduce(larger, most), 0)
  const sums = new Int32Array(last + 1)
  for (const tally of tallies) {
    const { person, [column]: amounts } = tally.columns
    for (const line of linesOf(tally, counted)) {
      const who = at(person, line)
      sums[who] = (sums[who] ?? 0) + at(amounts, line)
    }
  }
  return sums
}

const larger = (a: number, b: number): number => (a > b ? a : b)

/** The indices of a month's lines that count. */
function linesOf(tally: Tally, { from, to, reach, until }: Counted): number[] {
  const { month, names, columns } = tally
  if (month < from.slice(0, 7) || month > to.slice(0, 7)) return []
  const first = month === from.slice(0, 7) ? Number(from.slice(8)) : 1
  const last = month === to.slice(0, 7) ? Number(to.slice(8)) : 31
  const within = reach === 'all' ? undefined : reached(names, reach)
  const moment = until.getTime()
  const lines: number[] = []
  for (let line = 0; line < columns.day.length; line++) {
    const day = at(columns.day, line)
    if (day < first || day > last || at(columns.verifiedAt, line) > moment) continue
    if (
      within &&
      !within.teams.has(at(columns.team, line)) &&
      !within.stations.has(at(columns.station, line))
    )
      continue
    lines.push(line)
  }
  return lines
}

/** The indices of the names a reach holds. */
function reached(names: readonly string[], { teams, stations }: Exclude<Reach, 'all'>) {
  const indices = (wanted: readonly string[]) =>
    new Set(wanted.map((name) => names.indexOf(name)).filter((index) => index > 0))
  return { teams: indices(teams), stations: indices(stations) }
}

const nameAt = (names: readonly string[], index = 0): string | undefined =>
  index > 0 ? names[index] : undefined

const at = (column: Tally['columns'][keyof Tally['columns']], line: number): number => column[line] ?? 0
