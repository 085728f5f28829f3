import { Agent, request } from 'node:http'
import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'

// Two connections that are open already, as a load balancer and a platform have them.
const agent = new Agent({ keepAlive: true, maxSockets: 2 })

const ask = (url: string, method = 'GET') =>
  new Promise<{ status: number | undefined; retryAfter: string | undefined; body: string }>(
    (resolve, reject) => {
      const asking = request(url, { method, agent }, (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => (body += chunk.toString()))
        response.on('end', () =>
          resolve({ status: response.statusCode, retryAfter: response.headers['retry-after'], body }),
        )
      })
      asking.on('error', reject).end()
    },
  )

test('while it stops it says so, and refuses messages so that they are sent again', async () => {
  const app = await startApp()
  const { url } = app
  const [ready] = await Promise.all([ask(`${url}/readyz`), ask(`${url}/healthz`)])
  expect(ready?.status).toBe(200)
  const stopped = app.stop()
  const [stopping, refused] = await Promise.all([
    ask(`${url}/readyz`),
    ask(`${url}/webhooks/standard`, 'POST'),
  ])
  expect(stopping?.status).toBe(503)
  expect(refused).toMatchObject({ status: 503, retryAfter: expect.any(String) })
  expect(refused?.body).toContain('stopping')
  await stopped
  agent.destroy()
  await expect(ask(`${url}/healthz`)).rejects.toThrow(/ECONNREFUSED/)
})
