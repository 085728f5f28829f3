import type { Context, Middleware } from 'koa'
import { asAppError } from '../../errors.ts'
import { type Log, outageLog } from '../../log.ts'

/**
 * The one place where HTTP decides about errors: status and a short reason, never a stack. An outage is one line in
 * the log however many requests it refuses.
 */
export function errors(log: Log): Middleware {
  const outage = outageLog(log, 'the queue')
  return async (ctx, next) => {
    try {
      await next()
      if (ctx.status === 202) outage.up()
      if (ctx.status === 404 && ctx.body == null) {
        ctx.status = 404
        ctx.body = { error: 'not_found', message: 'there is nothing at this address' }
      }
    } catch (thrown) {
      const error = asAppError(thrown)
      if (error.code === 'unavailable') {
        if (error.cause) outage.down(error.cause)
      } else if (error.status >= 500)
        log.error(
          { route: routeOf(ctx), reason: error.message, err: error.cause ?? error },
          'a request failed',
        )
      ctx.status = error.status
      if (error.status === 503) ctx.set('Retry-After', '2')
      ctx.body = { error: error.code, message: error.safeMessage }
    }
  }
}

/** The route and never the address itself: that of a one-time link is a secret. */
function routeOf(ctx: Context & { _matchedRoute?: string | RegExp }): string {
  return `${ctx.method} ${String(ctx._matchedRoute ?? 'none')}`
}
