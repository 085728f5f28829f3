import type { Claim } from '../../domain/claim.ts'
import { mostMinutesADay } from '../../domain/hours.ts'
import { splitOverDays } from '../../domain/split-over-days.ts'
import type { DayPart } from '../../store/days.ts'
import type { Context } from '../command.ts'

/** The number of the line to be, or why a day has no room for it. */
export type Held = { entry: string } | { inTheWay: DayPart } | { taken: number; date: string }

/**
 * Occupies every local day a claim touches. The number is reserved first and kept in the guard beside the message's key:
 * a rerun is given the number of the first run, and what a crash left half occupied is completed. When a later day has
 * no room the earlier ones are given back.
 */
export async function occupyDays(
  { claim, activity, person }: { claim: Claim; activity: string; person: string },
  { store, key, zone }: Pick<Context, 'store' | 'key' | 'zone'>,
): Promise<Held> {
  let entry = await store.counters.next('hours')
  const occupied: string[] = []
  for (const { date, start, end, minutes } of splitOverDays(claim, zone, claim.minutes)) {
    const part = { entry, key, activity, start: new Date(start), end: new Date(end), minutes, approved: 0 }
    const outcome = await store.days.occupy(person, date, part, mostMinutesADay)
    if (!('entry' in outcome)) {
      if (occupied.length > 0) await store.days.vacate(person, occupied, entry)
      return 'taken' in outcome ? { ...outcome, date } : outcome
    }
    entry = outcome.entry
    occupied.push(date)
  }
  return { entry }
}
