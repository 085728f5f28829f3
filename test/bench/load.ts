import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import { readSecrets, sign } from '../../bots/standard/signature.ts'

/** What is said and by whom, for the n-th message. */
export type Say = (n: number) => { sender: string; text: string; room?: string }

/** Signed requests, made before the clock runs, so that signing is not measured. */
export function signedRequests(
  count: number,
  secret: string,
  say: Say,
): { body: string; headers: Record<string, string> }[] {
  const [key] = readSecrets(secret)
  if (!key) throw new Error('no secret')
  const timestamp = String(Math.floor(Date.now() / 1000))
  const at = new Date().toISOString()
  return Array.from({ length: count }, (_, n) => {
    const id = randomUUID()
    const { sender, text, room } = say(n)
    const data = {
      id,
      sender: { id: sender, name: sender },
      ...(room && { room: { id: room, name: room } }),
      text,
    }
    const body = JSON.stringify({ type: 'message.received', timestamp: at, data })
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': sign(key, { id, timestamp, body }),
    }
    return { body, headers }
  })
}

/**
 * Posts every request once over some connections; gives requests per second, up to the last response (the load
 * generator itself ends only at a whole second). Throws when one was not answered 202.
 */
export async function postAll(
  url: string,
  requests: readonly { body: string; headers: Record<string, string> }[],
  connections = 50,
): Promise<number> {
  let next = 0
  let last = 0
  const begin = performance.now()
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const load = autocannon(
      {
        url: `${url}/webhooks/standard`,
        connections,
        amount: requests.length,
        requests: [
          {
            method: 'POST',
            setupRequest: (request) => ({ ...request, ...requests[next++ % requests.length] }),
          },
        ],
      },
      (error: Error | null, done) => (error ? reject(error) : resolve(done)),
    )
    load.on('response', () => (last = performance.now()))
  })
  if (result['2xx'] !== requests.length)
    throw new Error(`${requests.length - result['2xx']} of ${requests.length} were refused`)
  return requests.length / ((last - begin) / 1000)
}
