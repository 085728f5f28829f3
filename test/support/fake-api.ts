import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A call of a platform's API as it came in. */
export type ApiRequest = {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  json: Record<string, unknown>
}
export type ApiAnswer = { status?: number; headers?: Record<string, string>; body: object }

/**
 * The server of a platform's API on the loopback: `answer` speaks its protocol and calls `keep` for each message that
 * arrived, `next` answers a call otherwise. Messages stay in the order in which they came.
 */
export async function startFakeApi<Message>(
  answer: (request: ApiRequest, keep: (message: Message) => void) => ApiAnswer,
) {
  const messages: Message[] = []
  const calls: ApiRequest[] = []
  const others: ApiAnswer[] = []
  const waiting = new Set<() => void>()
  const keep = (message: Message) => {
    messages.push(message)
    for (const look of waiting) look()
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1')
      const text = Buffer.concat(chunks).toString('utf8')
      const json = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
      const { method = '', headers: sent } = request
      const call = { method, path: url.pathname, query: url.searchParams, headers: sent, json }
      calls.push(call)
      const { status = 200, headers = {}, body } = others.shift() ?? answer(call, keep)
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    messages,
    /** Every call, also those that were refused. */
    calls,
    /** The next calls are answered like this, one each, and do nothing. */
    next: (...answers: ApiAnswer[]) => void others.push(...answers),
    /** The first message from `from` on that fits, already there or still to come; fails after 20 seconds. */
    waitFor(fits: (message: Message) => boolean, from = 0): Promise<Message> {
      // Made here, so that it points at who waits.
      const late = new Error('the message that was waited for did not come')
      return new Promise((resolve, reject) => {
        const end = (settle: () => void) => {
          clearTimeout(timer)
          waiting.delete(look)
          settle()
        }
        const timer = setTimeout(() => end(() => reject(late)), 20_000)
        const look = () => {
          const found = messages.slice(from).find(fits)
          if (found) end(() => resolve(found))
        }
        waiting.add(look)
        look()
      })
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
