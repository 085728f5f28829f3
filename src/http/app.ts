import Koa from 'koa'
import helmet from 'koa-helmet'
import type Router from '@koa/router'
import { errors } from './middleware/errors.ts'
import type { Refusals } from './refusals.ts'

export type AppOptions = {
  refusals: Refusals
  secure: boolean
  /** Proxies whose word on the client's address counts. */
  proxies: number
  /** Every route, in order. */
  routers: readonly Router[]
}

/** Builds the Koa app and never listens. Webhooks do not come here (see webhook-listener.ts). */
export function createApp({ refusals, secure, proxies, routers }: AppOptions): Koa {
  const app = new Koa()
  app.proxy = proxies > 0
  app.maxIpsCount = proxies
  app.use(errors(refusals))
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          'style-src': ["'self'", "'unsafe-inline'"],
          ...(secure ? {} : { 'upgrade-insecure-requests': null }),
        },
      },
      strictTransportSecurity: secure,
    }),
  )
  for (const router of routers) app.use(router.routes())
  return app
}
