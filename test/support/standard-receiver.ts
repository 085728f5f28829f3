import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readSecrets, verify } from '../../bots/standard/signature.ts'

/** One message as the gateway got it. */
export type Delivered = {
  webhookId: string
  data: {
    id: string
    to: { kind: 'person' | 'room'; id: string }
    in_reply_to?: string
    text: string
    mentions: string[]
    quick_replies?: string[]
  }
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/**
 * The other end of the generic gateway, speaking the real protocol: it verifies signatures, keeps what it was told
 * in order, drops nothing, and can be told to answer badly.
 */
export async function startReceiver(options: { secret: string; now: () => number; port?: number }) {
  const keys = readSecrets(options.secret)
  const messages: Delivered[] = []
  const waiting = new Set<{ fits: (message: Delivered) => boolean; resolve: (message: Delivered) => void }>()
  let badly: { left: number; answer: Answer; used: () => void } | undefined
  let refused = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      try {
        verify(keys, { headers: request.headers, body, now: options.now() })
      } catch {
        refused++
        response.writeHead(401).end()
        return
      }
      if (badly && badly.left > 0) {
        badly.left--
        badly.answer(request, response)
        if (badly.left === 0) badly.used()
        return
      }
      const { data } = JSON.parse(body.toString('utf8')) as Delivered
      const message = { webhookId: String(request.headers['webhook-id']), data }
      messages.push(message)
      response.writeHead(204).end()
      for (const one of waiting) if (one.fits(message)) one.resolve(message)
    })
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    messages,
    /** Requests whose signature did not fit. */
    get refused() {
      return refused
    },
    /**
     * The next `times` requests are answered like this and not kept as messages. Resolves when all of them came.
     */
    answerBadly: (answer: number | Answer, times = 1, headers: Record<string, string> = {}): Promise<void> =>
      new Promise((used) => {
        badly = {
          left: times,
          used,
          answer:
            typeof answer === 'function'
              ? answer
              : (_request, response) => void response.writeHead(answer, headers).end(),
        }
      }),
    answerWell: () => void (badly = undefined),
    /** Resolves with the first message that fits, already there or still to come; fails after 20 seconds. */
    waitFor(fits: (message: Delivered) => boolean): Promise<Delivered> {
      const there = messages.find(fits)
      if (there) return Promise.resolve(there)
      // Made here, so that it points at who waits.
      const late = new Error('the message that was waited for did not come')
      return new Promise((resolve, reject) => {
        const end = (settle: () => void) => {
          clearTimeout(timer)
          waiting.delete(entry)
          settle()
        }
        const entry = { fits, resolve: (message: Delivered) => end(() => resolve(message)) }
        const timer = setTimeout(() => end(() => reject(late)), 20_000)
        waiting.add(entry)
      })
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>
