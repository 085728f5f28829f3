import { setTimeout as delay } from 'node:timers/promises'

/** Asks again every few milliseconds until `ask` gives a value; undefined when `seconds` have passed. */
export async function until<T>(
  seconds: number,
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T | undefined> {
  const end = performance.now() + seconds * 1000
  for (;;) {
    const value = await ask()
    if (value !== undefined) return value
    if (performance.now() > end) return undefined
    await delay(20)
  }
}
