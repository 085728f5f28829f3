import { constants } from 'node:os'
import { stopRun } from './leftovers.ts'
import type { Run } from './records.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/**
 * Runs `start`; Ctrl-C meanwhile stops what it has launched and ends the process. A command that handles these
 * signals itself from the beginning is left to do so.
 */
export async function stoppable<T>(cache: string, run: Run, start: (interrupted: AbortSignal) => Promise<T>) {
  const controller = new AbortController()
  let leaving: Promise<void> | undefined
  const onSignal = (signal: NodeJS.Signals) => {
    controller.abort(new Error(`interrupted by ${signal}`))
    leaving ??= stopRun(cache, run).finally(() => process.exit(128 + constants.signals[signal]))
  }
  const ours = SIGNALS.filter((signal) => process.listenerCount(signal) === 0)
  for (const signal of ours) process.on(signal, onSignal)
  try {
    return await start(controller.signal)
  } catch (error) {
    // What failed because of the signal needs no report: the process is about to end.
    await leaving
    throw error
  } finally {
    for (const signal of ours) process.off(signal, onSignal)
  }
}
