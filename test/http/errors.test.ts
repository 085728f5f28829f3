import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Router from '@koa/router'
import Koa from 'koa'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { errors } from '../../src/http/middleware/errors.ts'
import { createRefusals } from '../../src/http/refusals.ts'

test('a request that fails is logged by its route: the address of a one-time link is a secret', async () => {
  const lines: string[] = []
  const log = pino({}, { write: (line: string) => void lines.push(line) })
  const router = new Router().get('/files/:token', () => {
    throw new Error('something is missing')
  })
  const server = new Koa()
    .use(errors(createRefusals(log)))
    .use(router.routes())
    .listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/files/a-secret-token`)
  expect([response.status, await response.json()]).toEqual([
    500,
    { error: 'internal', message: 'something went wrong on our side' },
  ])
  expect(lines.join('')).toContain('GET /files/:token')
  expect(lines.join('')).not.toContain('a-secret-token')
  server.close()
})
