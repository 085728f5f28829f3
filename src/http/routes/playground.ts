import { Router } from '@koa/router'
import type { LiveState } from '../../chat/live-state.ts'
import type { RawRequest } from '../../chat/platform.ts'
import { AppError } from '../../errors.ts'
import { createEventStream } from '../event-stream.ts'
import { loopbackOnly } from '../middleware/loopback-only.ts'
import { readRawBody } from '../raw-body.ts'
import { pageRoutes } from './pages.ts'

/** What the playground's addresses need of the rest. */
export type PlaygroundOptions = {
  /** The way every platform's webhook goes: verify, parse, enqueue; answers 202, 400, 413 or 503. */
  receive: (request: RawRequest) => Promise<{ status: number; body: string | object }>
  /** Calls the listener with every live event from now on; the answer ends that. */
  subscribe: (listener: (event: object) => void) => () => void
  state: () => LiveState | Promise<LiveState>
  now: () => number
  /** Largest body of a request, in bytes. */
  maxBodyBytes: number
  /** Folder of the built page. */
  webRoot: string
  /** Aborted when the service stops, so that open event streams do not hold it up. */
  stopping: AbortSignal
}

/**
 * The playground: one page, what it has to know, what is said on it and what happens meanwhile. All of it for
 * this machine only.
 */
export function playgroundRoutes(options: PlaygroundOptions): Router {
  const stream = createEventStream()
  const unsubscribe = options.subscribe((event) => stream.publish(event))
  const stop = () => {
    unsubscribe()
    stream.close()
  }
  if (options.stopping.aborted) stop()
  else options.stopping.addEventListener('abort', stop, { once: true })

  const router = new Router()
  router.use(loopbackOnly)
  router.get('/playground/state', async (context) => {
    context.set('Cache-Control', 'no-store')
    context.body = await options.state()
  })
  router.post('/playground/say', async (context) => {
    const { status, body } = await options.receive({
      method: 'POST',
      path: context.path,
      query: context.URL.searchParams,
      headers: context.headers,
      body: await readRawBody(context.req, options.maxBodyBytes),
      now: options.now(),
    })
    context.status = status
    context.body = body
  })
  router.get('/playground/events', (context) => {
    // A browser says it in the header when it comes back by itself, the page in the query when it had to begin anew.
    const header = context.get('Last-Event-ID')
    const query = context.URL.searchParams.get('after') ?? undefined
    // A page would ask again on the same connection, and so keep a service that stops from ever being done with it.
    context.set('Connection', 'close')
    const reader = stream.open(header || query)
    if (!reader) throw new AppError('unavailable', 'nobody else can listen now')
    // Written by ourselves: to Koa a page that is closed would be an error to report.
    context.respond = false
    const { res } = context
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    res.once('close', () => reader.destroy())
    reader.once('close', () => reader.readableEnded || res.destroy())
    reader.pipe(res)
  })
  router.use(pageRoutes(options.webRoot).routes())
  return router
}
