import { asAppError } from './errors.ts'
import { type Log, outageLog } from './log.ts'
import type { Ticker } from './queue/work.ts'

/** Runs a ticker again and again, never twice at once in this process. An error waits for the next turn. */
export function startTicker<Deps>(ticker: Ticker<Deps>, deps: Deps, log: Log): { stop: () => Promise<void> } {
  const outage = outageLog(log, `what ${ticker.name} needs`)
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let turn: Promise<void> = Promise.resolve()
  const run = async () => {
    try {
      await ticker.run(deps)
      outage.up()
    } catch (error) {
      outage.down(asAppError(error))
    }
    if (!stopped) timer = setTimeout(() => void (turn = run()), ticker.everyMs)
  }
  timer = setTimeout(() => void (turn = run()), ticker.everyMs)
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await turn
    },
  }
}
