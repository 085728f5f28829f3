import { type Interval, mostMinutesADay, overlaps } from './hours.ts'

/** Something that takes a person's time: a line of the ledger or a promise. */
export type Taken = Interval & { id: string; activity: string }

/** Pairs of two people's times that one person cannot have both: the same activity, or at the same time. */
export function bothAtOnce(first: readonly Taken[], second: readonly Taken[]): [Taken, Taken][] {
  return first.flatMap((one) =>
    second
      .filter((other) => one.activity === other.activity || overlaps(one, other))
      .map((other): [Taken, Taken] => [one, other]),
  )
}

/** Days on which two people's minutes together are more than one person's may be. */
export function overfullDays(
  first: ReadonlyMap<string, number>,
  second: ReadonlyMap<string, number>,
): string[] {
  return [...second].flatMap(([date, minutes]) => {
    const before = first.get(date)
    return before !== undefined && before + minutes > mostMinutesADay ? [date] : []
  })
}
