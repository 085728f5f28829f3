import { localDate } from '../domain/time/local-date.ts'
import type { Context } from './command.ts'

/** How often a day a secret may be tried: by one chat identity, and by all of them together. */
export type Tries = { each: number; all: number }

/** Counts this message as one try at a secret, once, and says whether it is within the limits of the day. */
export async function mayTry(what: string, limits: Tries, context: Context): Promise<boolean> {
  const { store, key, now, zone, asker } = context
  const day = localDate(now.getTime(), zone)
  const tried = (id: string, limit: number) => store.marks.attempt(id, { key, at: now, limit })
  return (
    (await tried(`${what}-tries:${day}:${asker.identity}`, limits.each)) &&
    (await tried(`${what}-tries:${day}`, limits.all))
  )
}
