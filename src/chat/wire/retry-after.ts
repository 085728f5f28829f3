/** Longest wait we accept to be asked for, in milliseconds: a day. */
const longestWaitMs = 24 * 3600_000

/** `Retry-After` in seconds or as a date, as milliseconds from `now`; undefined when there is none. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), longestWaitMs) : undefined
}
