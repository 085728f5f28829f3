import Router from '@koa/router'
import type { Metrics } from '../../metrics.ts'

/** `/metrics` in Prometheus' text format. `refresh` brings gauges up to date first. */
export function metricsRoutes(options: { metrics: Metrics; refresh: () => Promise<void> }): Router {
  const { registry } = options.metrics
  return new Router().get('/metrics', async (ctx) => {
    await options.refresh()
    ctx.type = registry.contentType
    ctx.body = await registry.metrics()
  })
}
