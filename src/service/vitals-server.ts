import { createApp } from '../http/app.ts'
import { createRefusals } from '../http/refusals.ts'
import { healthRoutes } from '../http/routes/health.ts'
import { metricsRoutes } from '../http/routes/metrics.ts'
import { listen } from './listen.ts'
import { measure } from './measure.ts'
import { readinessOf } from './readiness.ts'
import type { WebParts } from './web.ts'

/** What a process without the role `web` answers on a port of its own: `/metrics`, `/healthz`, `/readyz`. */
export function startVitalsServer(
  parts: Pick<WebParts, 'config' | 'lifecycle' | 'deps' | 'connection' | 'producer'>,
  port: number,
) {
  const { config, lifecycle, deps } = parts
  const app = createApp({
    refusals: createRefusals(deps.log),
    secure: config.publicUrl.startsWith('https:'),
    proxies: config.proxies,
    routers: [
      healthRoutes({ readiness: readinessOf(parts), stopping: () => lifecycle.stopping }),
      metricsRoutes({ metrics: deps.metrics, refresh: () => measure(deps) }),
    ],
  })
  const handle = app.callback()
  return listen((request, response) => void handle(request, response), { host: config.host, port })
}
