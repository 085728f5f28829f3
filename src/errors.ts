/** What an error means for whoever has to decide what happens next. */
export type ErrorCode =
  | 'config'
  | 'unsigned'
  | 'malformed'
  | 'too_large'
  | 'not_found'
  | 'forbidden'
  | 'unavailable'
  | 'conflict'
  | 'unreachable'
  | 'refused'
  | 'slow_down'
  | 'account_paused'
  | 'internal'

const httpStatus: Record<ErrorCode, number> = {
  config: 500,
  unsigned: 401,
  malformed: 400,
  too_large: 413,
  not_found: 404,
  forbidden: 403,
  unavailable: 503,
  conflict: 409,
  unreachable: 502,
  refused: 502,
  slow_down: 429,
  account_paused: 502,
  internal: 500,
}

/** Codes whose cause passes by itself: trying again later is right. */
const passing: ReadonlySet<ErrorCode> = new Set(['unavailable', 'conflict', 'slow_down'])

/**
 * The one error class. It carries the decision: `status` for HTTP, `retryable` for queues, and whether
 * `message` may be shown to a stranger. Everything else that is thrown counts as `internal`.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly retryable: boolean
  /** Milliseconds the other side asked us to wait, when it said so. */
  readonly retryAfterMs: number | undefined
  /** Whom that wait is for: this conversation, or everything said by the account. */
  readonly slows: 'conversation' | 'account'

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      cause?: unknown
      retryable?: boolean
      retryAfterMs?: number
      slows?: 'conversation' | 'account'
    } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.retryable = options.retryable ?? passing.has(code)
    this.retryAfterMs = options.retryAfterMs
    this.slows = options.slows ?? 'conversation'
  }

  /** The HTTP status that says the same. */
  get status(): number {
    return httpStatus[this.code]
  }

  /** An internal error's text may hold secrets; all other texts are written to be read by strangers. */
  get safeMessage(): string {
    return this.code === 'internal' ? 'something went wrong on our side' : this.message
  }
}

/** Any thrown value as an AppError; what is not one already becomes `internal`. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new AppError('internal', message, { cause: error })
}
