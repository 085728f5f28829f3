import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import Koa from 'koa'

/** The reference for accepting: bare Koa, router and body parser, which says back what it was told. */
const app = new Koa()
const router = new Router()
router.post('/webhooks/standard', (ctx) => {
  ctx.status = 202
  ctx.body = ctx.request.body
})
app.use(bodyParser()).use(router.routes())
const handle = app.callback()
const server = createServer((request, response) => void handle(request, response)).listen(
  0,
  '127.0.0.1',
  () => {
    process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
  },
)
process.once('SIGTERM', () => process.exit(0))
