import Router from '@koa/router'

/** Whether each thing this process needs answers. */
export type Readiness = () => Promise<Record<string, boolean>>

/** `/healthz`: the process is alive. `/readyz`: it can do its work; 503 while it cannot or is stopping. */
export function healthRoutes(options: { readiness: Readiness; stopping: () => boolean }): Router {
  return new Router()
    .get('/healthz', (ctx) => {
      ctx.body = { status: 'alive' }
    })
    .get('/readyz', async (ctx) => {
      const parts = await options.readiness()
      const ready = !options.stopping() && Object.values(parts).every(Boolean)
      ctx.status = ready ? 200 : 503
      ctx.body = { status: options.stopping() ? 'stopping' : ready ? 'ready' : 'waiting', ...parts }
    })
}
