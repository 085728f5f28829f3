import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { platforms as allPlatforms } from '../bots/index.ts'
import { people, rooms } from '../bots/playground/people.ts'
import { jobWorkers, mailWorkers, tickers } from '../workers/index.ts'
import type { WorkerDeps } from '../workers/deps.ts'
import { outboundMail, deliverMessage } from '../workers/deliver-message/run.ts'
import { feed } from '../workers/sweep/run.ts'
import { createDelivery } from './chat/delivery.ts'
import { createInbound, type Understand } from './chat/inbound.ts'
import { outboxRows } from './chat/outgoing.ts'
import type { Platform, PlatformDeps } from './chat/platform.ts'
import type { Reader } from './chat/reply.ts'
import { noticeDrafts, tellingRows } from './chat/telling.ts'
import { noTrace, type Trace } from './chat/trace.ts'
import { claimCode } from './claim-code.ts'
import { isDrop, readYesNo } from './commands/answers.ts'
import { commands } from './commands/index.ts'
import { createParser } from './commands/parse.ts'
import { type Config, loadConfig } from './config.ts'
import { localDataKey } from './data-key.ts'
import { createApp } from './http/app.ts'
import { healthRoutes } from './http/routes/health.ts'
import { metricsRoutes } from './http/routes/metrics.ts'
import { playgroundParts } from './http/playground.ts'
import { type MountedPlatform, webhookHandler } from './http/webhooks.ts'
import { createLifecycle } from './lifecycle.ts'
import { createLog, type Log } from './log.ts'
import { createMetrics } from './metrics.ts'
import { createNames } from './names.ts'
import { createChannel } from './queue/channel.ts'
import { checkRedis, connectProducer, connectWaiting } from './queue/connection.ts'
import { createRunner } from './queue/runner.ts'
import { createSeal } from './seal.ts'
import { type AnsweredCommand, connectStore } from './store/connection.ts'
import { openStore, type Store } from './store/index.ts'
import { prepareStore } from './store/prepare.ts'
import { startTicker } from './tick.ts'

/** How people call us in a group; other names come with a platform's own mentions. */
const botNames = ['联动小助手', '联动', 'Liandong']

export type StartOptions = {
  env: Record<string, string | undefined>
  platforms?: readonly Platform[]
  log?: Log
  /** Injected by tests: time and network. */
  now?: () => number
  fetch?: typeof globalThis.fetch
  dataDir?: string
  /** Told of every MongoDB command that was answered. */
  observe?: (answered: AnsweredCommand) => void
  /** Runs once the database is ready and before anything is accepted: `npm start` puts its demo in here. */
  beforeRoles?: (store: Store, config: Config) => Promise<void>
}

/** A running service. `stop` ends everything in reverse order, within 20 s. */
export type Service = {
  config: Config
  url: string
  claimCode: { code: string; unused: boolean }
  stop: () => Promise<void>
}

/**
 * Starts the roles asked for: connections first, then workers, then the web, so that nothing is accepted before it
 * can be handled. Throws AppError `config` with what to do when something is missing.
 */
export async function start(options: StartOptions): Promise<Service> {
  const { platforms = allPlatforms, now = Date.now, fetch = globalThis.fetch } = options
  const config = loadConfig(options.env, platforms)
  const log = options.log ?? createLog({ level: config.logLevel })
  const lifecycle = createLifecycle(log)
  try {
    return await startParts({
      config,
      platforms,
      now,
      fetch,
      log,
      lifecycle,
      dataDir: options.dataDir ?? 'data',
      observe: options.observe,
      beforeRoles: options.beforeRoles ?? (async () => undefined),
    })
  } catch (error) {
    await lifecycle.stop()
    throw error
  }
}

type Parts = Required<Omit<StartOptions, 'env' | 'observe'>> & {
  observe: StartOptions['observe']
  config: Config
  lifecycle: ReturnType<typeof createLifecycle>
}

async function startParts({
  config,
  platforms,
  now,
  fetch,
  log,
  lifecycle,
  dataDir,
  beforeRoles,
  observe,
}: Parts): Promise<Service> {
  const metrics = createMetrics()
  const seal = createSeal(config.dataKey ?? localDataKey(dataDir))

  // Closed last: until all is done the service says that it is stopping, and what is sent to it is sent again.
  let closeServer: () => Promise<unknown> = async () => undefined
  lifecycle.started('web server', () => closeServer())
  const producer = connectProducer(config.redisUrl)
  await producer.connect()
  lifecycle.started('redis', async () => producer.disconnect())
  await checkRedis(producer, log)
  const subscriber = connectWaiting(config.redisUrl)
  await subscriber.connect()
  lifecycle.started('redis subscriptions', async () => subscriber.disconnect())
  const channel = (name: string) =>
    createChannel({ producer, subscriber, name: `{${config.redisPrefix}}:${name}` })
  const nameChanges = channel('names')
  const live = channel('live')

  const connection = await connectStore({ uri: config.mongodbUri, database: config.mongodbDatabase, observe })
  lifecycle.started('mongodb', () => connection.close())
  const store = openStore(connection, seal, () => nameChanges.publish({}))
  await prepareStore(store)
  await beforeRoles(store, config)
  const names = await createNames(store)
  nameChanges.subscribe(() => void names.refresh().catch(() => undefined))
  lifecycle.started('names', names.stop)
  const claim = await claimCode(store, config.adminClaimCode)

  const runner = createRunner({
    producer,
    waiting: () => connectWaiting(config.redisUrl),
    prefix: config.redisPrefix,
    log,
  })
  lifecycle.started('queues', runner.close)
  const mail = runner.mail('handle-message')
  const trace: Trace = config.playground
    ? (step, message, detail) => live.publish({ type: 'trace', step, message, at: now(), detail })
    : noTrace

  const platformDeps: PlatformDeps = { fetch, now, publish: async (_name, payload) => live.publish(payload) }
  const mounted: MountedPlatform[] = platforms.flatMap((platform) => {
    const settings = config.platforms[platform.name]
    return settings ? [{ platform, running: platform.start(settings, platformDeps) }] : []
  })
  for (const { platform, running } of mounted) lifecycle.started(platform.name, async () => running.stop?.())

  const deliveries = mounted.map(({ platform, running }) =>
    createDelivery({
      platform,
      running,
      store,
      redis: producer,
      prefix: config.redisPrefix,
      mail: {
        reply: runner.mail(outboundMail(platform.name, running.account, 'reply')),
        bulk: runner.mail(outboundMail(platform.name, running.account, 'bulk')),
      },
      now,
      log,
      trace,
      paused: async (reason, at) => {
        const admins = await store.people.withRole('admin')
        const say = ({ texts }: Reader) => ({
          text: texts.common.accountPaused({ platform: platform.name, reason }),
        })
        await deps.notify(
          admins.map(({ _id }) => ({ person: _id, say })),
          `paused:${platform.name}:${running.account}:${at.getTime()}`,
        )
      },
      settled: (state, createdAt) => {
        metrics.sent.inc({ platform: platform.name, state })
        if (state === 'sent')
          metrics.answered.observe({ platform: platform.name }, (now() - createdAt.getTime()) / 1000)
      },
    }),
  )
  const limits = new Map(platforms.map((platform) => [platform.name, platform.maxTextBytes]))
  const commandMap = new Map(commands.map((one) => [one.name, one]))

  const post: WorkerDeps['post'] = async (rows) => {
    for (const delivery of deliveries) {
      const own = rows.filter(
        ({ platform, account }) => platform === delivery.platform.name && account === delivery.account,
      )
      if (own.length > 0)
        await delivery
          .post(own, 'reply')
          .catch((error: unknown) => log.debug({ error }, 'left to the sweeper'))
    }
  }
  const deps: WorkerDeps = {
    connection,
    store,
    commands: commandMap,
    enqueue: runner.enqueue,
    snapshot: names.get,
    limits,
    org: { name: config.orgName, publicUrl: config.publicUrl, claimCode: claim.code },
    zone: config.timezone,
    rules: config.rules,
    locale: config.locale,
    trace,
    post,
    mail,
    deliveries,
    now,
    log,
    metrics,
    notify: async (notices, key) => {
      const rows = outboxRows(
        key,
        await noticeDrafts(notices, { store, locale: config.locale }),
        new Date(now()),
        limits,
      )
      await store.outbox.addAll(rows)
      await post(rows)
    },
    tell: async (tellings, giveUpAt) => {
      const rows = await tellingRows(tellings, {
        store,
        limits,
        locale: config.locale,
        at: new Date(now()),
        giveUpAt,
      })
      await store.outbox.addAll(rows)
      await post(rows)
      return new Set(rows.flatMap(({ person }) => person ?? []))
    },
    feed: async (platform, account) => {
      const delivery = deliveries.find((one) => one.platform.name === platform && one.account === account)
      if (delivery) await feed({ store, now }, delivery, 'bulk')
    },
  }

  if (config.roles.includes('workers')) {
    for (const worker of mailWorkers) runner.drainMail(mail, worker, deps)
    for (const delivery of deliveries)
      for (const lane of ['reply', 'bulk'] as const)
        runner.drainMail(delivery.mail[lane], deliverMessage(delivery, lane), deps)
    for (const worker of jobWorkers) runner.run(worker, deps)
    lifecycle.started('workers', runner.stop)
    // What an account kept while it was paused, or this process left behind, goes out first.
    for (const delivery of deliveries)
      for (const lane of ['reply', 'bulk'] as const) await feed(deps, delivery, lane, 0)
    for (const ticker of tickers) lifecycle.started(ticker.name, startTicker(ticker, deps, log).stop)
  }

  let url = ''
  if (config.roles.includes('web')) {
    const reading = (at: number) => ({ now: at, zone: config.timezone, snapshot: names.get() })
    const parse = createParser(commands)
    const understand: Understand = {
      parse: (text, { addressed, now: at }) => parse(text, { reading: reading(at), addressed }),
      mayAnswer: (text) => readYesNo(text) !== undefined || isDrop(text),
    }
    const inbound = createInbound({ understand, mail, seal, now, trace })
    const webhooks = { inbound, now, metrics, botNames, stopping: () => lifecycle.stopping }
    const stoppingWeb = new AbortController()
    const playground = mounted.find(({ platform }) => platform.name === 'playground')
    const app = createApp({
      log,
      secure: config.publicUrl.startsWith('https:'),
      platforms: mounted.filter((one) => one !== playground),
      webhooks,
      routers: [
        healthRoutes({
          readiness: async () => ({
            mongodb: await connection.db!.command({ ping: 1 }).then(
              () => true,
              () => false,
            ),
            redis: await producer.ping().then(
              () => true,
              () => false,
            ),
          }),
          stopping: () => lifecycle.stopping,
        }),
        metricsRoutes({
          metrics,
          async refresh() {
            for (const { mailboxes } of [
              mail,
              ...deliveries.flatMap((delivery) => Object.values(delivery.mail)),
            ]) {
              const { boxes, oldest } = await mailboxes.depth()
              metrics.waitingBoxes.set({ queue: mailboxes.name }, boxes)
              metrics.oldestSeconds.set(
                { queue: mailboxes.name },
                oldest === undefined ? 0 : (Date.now() - oldest) / 1000,
              )
            }
          },
        }),
        ...(playground
          ? [
              playgroundParts({
                handler: webhookHandler(playground, webhooks),
                live,
                store,
                config,
                claim,
                cast: { people, rooms },
                maxBodyBytes: playground.platform.maxBodyBytes,
                now,
                stopping: stoppingWeb.signal,
              }),
            ]
          : []),
      ],
    })
    const handle = app.callback()
    const server = createServer((request, response) => void handle(request, response))
    await new Promise<void>((resolve, reject) =>
      server.once('error', reject).listen(config.port, config.host, resolve),
    )
    const { port } = server.address() as AddressInfo
    url = `http://${config.host}:${port}`
    closeServer = () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      // Requests under way have had their time by then.
      setTimeout(() => server.closeAllConnections(), 2_000).unref()
      return closed
    }
    // Streams of the playground never end by themselves.
    lifecycle.started('streams', async () => stoppingWeb.abort())
    log.info({ url, roles: config.roles }, 'listening')
  }
  return { config, url, claimCode: claim, stop: lifecycle.stop }
}
