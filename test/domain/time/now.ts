/** The moment at which every phrase in these tests is said: Tuesday 24 November 2026, 10:00 in Shenzhen. */
export const shenzhen = { now: Date.parse('2026-11-24T10:00:00+08:00'), zone: 'Asia/Shanghai' }

/** A moment as the wall clock of a zone shows it: `11-28 09:00`. */
export function wallClock(ms: number, zone = shenzhen.zone): string {
  const shown = new Date(ms).toLocaleString('sv-SE', { timeZone: zone })
  return shown.slice(5, 16)
}
