import type { Log } from './log.ts'

/** Something that was started and has to be stopped. */
export type Part = { name: string; stop: () => Promise<unknown> }

/** How long a part may take to finish or hand back what it holds, in milliseconds. */
export const stopLimitMs = 20_000

/**
 * Remembers what was started and stops it in reverse. All parts together have `stopLimitMs`; one that takes
 * longer is left and named in the log, so that a stop always ends.
 */
export function createLifecycle(log: Log) {
  const parts: Part[] = []
  let stopping: Promise<void> | undefined
  const stopAll = async () => {
    const deadline = Date.now() + stopLimitMs
    for (const part of parts.toReversed()) {
      const left = Math.max(deadline - Date.now(), 100)
      const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), left).unref())
      const result = await Promise.race([part.stop().catch((error: unknown) => error), late])
      if (result === 'late') log.warn({ part: part.name }, 'did not stop in time and is left')
      else if (result instanceof Error)
        log.warn({ part: part.name, reason: result.message }, 'stopped with an error')
    }
  }
  return {
    /** Registers a started part; the last one started is the first one stopped. */
    started: (name: string, stop: Part['stop']): void => void parts.push({ name, stop }),
    get stopping(): boolean {
      return stopping !== undefined
    },
    /** Stops everything once; later calls wait for the first. */
    stop: (): Promise<void> => (stopping ??= stopAll()),
  }
}

export type Lifecycle = ReturnType<typeof createLifecycle>
