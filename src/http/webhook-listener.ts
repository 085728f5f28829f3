import type { IncomingMessage, ServerResponse } from 'node:http'
import { readRawBody } from './raw-body.ts'
import type { Refusals } from './refusals.ts'
import { type MountedPlatform, type WebhookDeps, webhookHandler } from './webhooks.ts'

const address = '/webhooks/:platform'
const prefix = address.replace(':platform', '')
const noQuery = new URLSearchParams()

type Answer = { status: number; headers?: Record<string, string>; body: string | object }

/**
 * Answers the webhooks' address on the bare server: what every message passes is not for Koa, which would cost as
 * much as all the rest of accepting it. Gives false for a request to any other address, and leaves it alone.
 */
export function webhookListener(
  platforms: readonly MountedPlatform[],
  deps: WebhookDeps & { refusals: Refusals },
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { refusals } = deps
  const hooks = new Map(platforms.map((mounted) => [mounted.platform.name, createHook(mounted, deps)]))
  return (request, response) => {
    const { url = '', method = '' } = request
    if (!url.startsWith(prefix) || (method !== 'POST' && method !== 'GET')) return false
    const end = url.indexOf('?')
    const path = end < 0 ? url : url.slice(0, end)
    const hook = hooks.get(path.slice(prefix.length))
    if (!hook) return false
    const query = end < 0 ? noQuery : new URLSearchParams(url.slice(end))
    void hook(request, { method, path, query })
      .catch((thrown: unknown) => refusals.of(thrown, path))
      .then((answer) => send(response, answer))
    return true
  }
}

/** One platform's webhook, with the time it takes. */
function createHook(mounted: MountedPlatform, deps: WebhookDeps & { refusals: Refusals }) {
  const handler = webhookHandler(mounted, deps)
  const { name, maxBodyBytes } = mounted.platform
  const seconds = deps.metrics.accept.labels(name)
  const { refusals } = deps
  return async (
    request: IncomingMessage,
    at: { method: string; path: string; query: URLSearchParams },
  ): Promise<Answer> => {
    const begin = performance.now()
    const body = await readRawBody(request, maxBodyBytes)
    const answer = await handler({ ...at, headers: request.headers, body, now: deps.now() })
    seconds.observe((performance.now() - begin) / 1000)
    refusals.taken()
    return answer
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const type = typeof body === 'string' ? 'text/plain' : 'application/json'
  response
    .writeHead(status, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Length': Buffer.byteLength(text),
      ...headers,
    })
    .end(text)
}
