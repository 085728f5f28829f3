import type { Redis } from 'ioredis'
import type { Connection } from 'mongoose'
import type { WorkerDeps } from '../../workers/deps.ts'
import { createInbound, type Understand } from '../chat/inbound.ts'
import type { LiveState } from '../chat/live-state.ts'
import { isDrop, readYesNo } from '../commands/answers.ts'
import { commands } from '../commands/index.ts'
import { createParser } from '../commands/parse.ts'
import type { Config } from '../config.ts'
import { makeFile } from '../files/index.ts'
import { createApp } from '../http/app.ts'
import { limitPages } from '../http/middleware/page-limit.ts'
import { playgroundParts } from '../http/playground.ts'
import { createRefusals } from '../http/refusals.ts'
import { fileRoutes } from '../http/routes/files.ts'
import { healthRoutes } from '../http/routes/health.ts'
import { metricsRoutes } from '../http/routes/metrics.ts'
import { verifyRoutes } from '../http/routes/verify.ts'
import { webhookListener } from '../http/webhook-listener.ts'
import { type MountedPlatform, webhookHandler } from '../http/webhooks.ts'
import type { Lifecycle } from '../lifecycle.ts'
import type { Channel } from '../queue/channel.ts'
import { listen } from './listen.ts'
import { readinessOf } from './readiness.ts'
import { measure } from './measure.ts'

/** How people call us in a group; other names come with a platform's own mentions. */
const botNames = ['联动小助手', '联动', 'Liandong']

/** The running service's parts that the role `web` is made of. */
export type WebParts = {
  config: Config
  lifecycle: Lifecycle
  deps: WorkerDeps
  connection: Connection
  producer: Redis
  mounted: readonly MountedPlatform[]
  live: Channel
  claim: { code: string }
  cast: Pick<LiveState, 'people' | 'rooms'>
}

/** Starts the role `web`: webhooks on the bare server, Koa for every other address. */
export async function startWeb(parts: WebParts): Promise<{ url: string; close: () => Promise<unknown> }> {
  const { config, lifecycle, deps, mounted, live, claim, cast } = parts
  const { store, now, metrics, log } = deps
  const stopping = () => lifecycle.stopping
  const webhooks = { inbound: inboundOf(parts), now, metrics, botNames, stopping }
  const playground = mounted.find(({ platform }) => platform.name === 'playground')
  const refusals = createRefusals(log)
  const takesWebhook = webhookListener(
    mounted.filter((one) => one !== playground),
    { ...webhooks, refusals },
  )
  const streams = new AbortController()
  const limit = limitPages({
    redis: parts.producer,
    prefix: config.redisPrefix,
    index: store.seal.blindIndex,
    locale: config.locale,
  })
  const app = createApp({
    refusals,
    secure: config.publicUrl.startsWith('https:'),
    proxies: config.proxies,
    routers: [
      healthRoutes({ readiness: readinessOf(parts), stopping }),
      metricsRoutes({ metrics, refresh: () => measure(deps) }),
      verifyRoutes({ certificate: store.certificates.find, limit, locale: config.locale }),
      fileRoutes({
        files: store.files,
        limit,
        make: (link) => makeFile(link, { store, zone: config.timezone, publicUrl: config.publicUrl }),
        now,
        locale: config.locale,
      }),
      ...(playground
        ? [
            playgroundParts({
              handler: webhookHandler(playground, webhooks),
              live,
              store,
              config,
              claim,
              cast,
              maxBodyBytes: playground.platform.maxBodyBytes,
              now,
              stopping: streams.signal,
            }),
          ]
        : []),
    ],
  })
  const handle = app.callback()
  const server = await listen((request, response) => {
    if (!takesWebhook(request, response)) void handle(request, response)
  }, config)
  // Streams of the playground never end by themselves.
  lifecycle.started('streams', async () => streams.abort())
  log.info({ url: server.url, roles: config.roles }, 'listening')
  return server
}

/** The way in of every message, with the parser that knows the names of the moment. */
function inboundOf({ config, deps }: WebParts) {
  const { mail, store, now, trace, zone, snapshot } = deps
  const parse = createParser(commands)
  const understand: Understand = {
    parse: (text, { addressed, now: at }) =>
      parse(text, { reading: { now: at, zone, snapshot: snapshot() }, addressed }),
    mayAnswer: (text) => readYesNo(text) !== undefined || isDrop(text),
  }
  return createInbound({
    understand,
    mail,
    limits: { ...config.limits, few: 5 },
    seal: store.seal,
    now,
    trace,
  })
}
