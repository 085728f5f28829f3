import { perSecond } from '../queue/tokens.ts'
import type { Platform } from './platform.ts'

/** Messages a second to an account whose platform sets no limit: what the service itself is sure to manage. */
export const unpaced = 50

/** How many messages a second an account of a platform takes; undefined when no such account is on. */
export type AccountPace = (platform: string, account: string) => number | undefined

/** The slowest of the rates that hold for an account. */
export function paceOf({ rates }: Pick<Platform, 'rates'>): number {
  return Math.min(unpaced, ...(rates.account ?? []).map(perSecond))
}
