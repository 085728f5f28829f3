import { type Logger, pino } from 'pino'

export type Log = Logger

/** Fields that never reach a log, wherever they stand. */
const secret = [
  'text',
  'phone',
  'birth',
  'name',
  'password',
  'secret',
  'token',
  'authorization',
  'claimCode',
  'args',
  'sealed',
]

/** Structured log. Messages are known by their keys; what people said and who they are stays out. */
export function createLog(options: { level: string; destination?: NodeJS.WritableStream }): Log {
  return pino(
    {
      level: options.level,
      base: { service: 'liandong' },
      redact: {
        paths: [...secret, ...secret.map((field) => `*.${field}`), ...secret.map((field) => `*.*.${field}`)],
        censor: '[redacted]',
      },
    },
    options.destination ?? process.stdout,
  )
}

/**
 * One line when something goes away and one when it is back, instead of one for every message it fails.
 * `down` and `up` may be called as often as one likes.
 */
export function outageLog(log: Log, what: string): { down: (error: unknown) => void; up: () => void } {
  let since: number | undefined
  return {
    down(error) {
      if (since !== undefined) return
      since = Date.now()
      log.warn(
        { what, reason: error instanceof Error ? error.message : String(error) },
        `${what} is away; messages wait`,
      )
    },
    up() {
      if (since === undefined) return
      log.info({ what, seconds: Math.round((Date.now() - since) / 1000) }, `${what} is back`)
      since = undefined
    },
  }
}
