import type { Context, Middleware } from 'koa'
import type { Refusals } from '../refusals.ts'

/** Answers what routes throw, and addresses where there is nothing. */
export function errors(refusals: Refusals): Middleware {
  return async (ctx, next) => {
    try {
      await next()
      if (ctx.status === 202) refusals.taken()
      if (ctx.status === 404 && ctx.body == null) {
        ctx.status = 404
        ctx.body = { error: 'not_found', message: 'there is nothing at this address' }
      }
    } catch (thrown) {
      const { status, headers, body } = refusals.of(thrown, routeOf(ctx))
      ctx.status = status
      ctx.set(headers)
      ctx.body = body
    }
  }
}

/** The route and never the address itself: that of a one-time link is a secret. */
function routeOf(ctx: Context & { _matchedRoute?: string | RegExp }): string {
  return `${ctx.method} ${String(ctx._matchedRoute ?? 'none')}`
}
