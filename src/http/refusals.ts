import { asAppError } from '../errors.ts'
import { type Log, outageLog } from '../log.ts'

/** When to come again where nobody knows better, in milliseconds: databases are mostly back by then. */
const usualRetryMs = 2_000

/** What somebody is told who cannot have what was asked for. */
export type Refusal = {
  status: number
  headers: Record<string, string>
  body: { error: string; message: string }
}

/**
 * The one place where HTTP decides about errors: status and a short reason, never a stack. An outage is one line in
 * the log however many requests it refuses.
 */
export function createRefusals(log: Log) {
  const outage = outageLog(log, 'the queue')
  return {
    /** What was thrown, as an answer; what is our own fault is logged with the route it happened on. */
    of(thrown: unknown, route: string): Refusal {
      const error = asAppError(thrown)
      if (error.code === 'unavailable') {
        if (error.cause) outage.down(error.cause)
      } else if (error.status >= 500)
        log.error({ route, reason: error.message, err: error.cause ?? error }, 'a request failed')
      return {
        status: error.status,
        headers:
          error.status === 503
            ? { 'Retry-After': String(Math.ceil((error.retryAfterMs ?? usualRetryMs) / 1000)) }
            : {},
        body: { error: error.code, message: error.safeMessage },
      }
    },
    /** A message was taken, so that nothing is away any more. */
    taken: outage.up,
  }
}

export type Refusals = ReturnType<typeof createRefusals>
