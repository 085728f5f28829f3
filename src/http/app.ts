import Koa from 'koa'
import helmet from 'koa-helmet'
import Router from '@koa/router'
import type { Log } from '../log.ts'
import { errors } from './middleware/errors.ts'
import { type MountedPlatform, type WebhookDeps, webhookRoute } from './webhooks.ts'

export type AppOptions = {
  log: Log
  secure: boolean
  platforms: readonly MountedPlatform[]
  webhooks: WebhookDeps
  /** Every other route, in order. */
  routers: readonly Router[]
}

/** Builds the Koa app and never listens. Webhooks stand before everything that could touch a body. */
export function createApp({ log, secure, platforms, webhooks, routers }: AppOptions): Koa {
  const app = new Koa()
  app.proxy = false
  app.use(errors(log))
  const hooks = new Router({ prefix: '/webhooks' })
  const routes = new Map(platforms.map((mounted) => [mounted.platform.name, webhookRoute(mounted, webhooks)]))
  // One route for all: a look-up by name, however many platforms there are.
  hooks.register('/:platform', ['get', 'post'], (ctx, next) => {
    const route = routes.get(ctx.params.platform ?? '')
    return route ? route(ctx, next) : next()
  })
  app.use(hooks.routes())
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
