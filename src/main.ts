import { platforms as allPlatforms } from '../bots/index.ts'
import { people, rooms } from '../bots/playground/people.ts'
import type { WorkerDeps } from '../workers/deps.ts'
import { inboundMail } from '../workers/handle-message/run.ts'
import { jobWorkers, mailWorkers, tickers } from '../workers/index.ts'
import { feed } from '../workers/sweep/feed.ts'
import { paceOf } from './chat/account-pace.ts'
import type { Platform, PlatformDeps } from './chat/platform.ts'
import type { Trace } from './chat/trace.ts'
import { createVitals } from './chat/vitals.ts'
import { createShared } from './chat/wire/shared.ts'
import { claimCode } from './claim-code.ts'
import { commands } from './commands/index.ts'
import { type Config, loadConfig } from './config.ts'
import { localDataKey } from './data-key.ts'
import type { MountedPlatform } from './http/webhooks.ts'
import { createLifecycle } from './lifecycle.ts'
import { createLog, type Log } from './log.ts'
import { createMetrics } from './metrics.ts'
import { createNames } from './names.ts'
import { createSeal } from './seal.ts'
import { bindSetRooms } from './service/bind-set-rooms.ts'
import { connectDatabase, connectQueues } from './service/connections.ts'
import { createDeliveries } from './service/deliveries.ts'
import { createSpeaking } from './service/speaking.ts'
import { startVitalsServer } from './service/vitals-server.ts'
import { startWeb } from './service/web.ts'
import { startWorkers } from './service/workers.ts'
import type { AnsweredCommand } from './store/connection.ts'
import type { Store } from './store/index.ts'
import { prepareStore } from './store/prepare.ts'

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

async function startParts(parts: Parts): Promise<Service> {
  const { config, platforms, now, fetch, log, lifecycle, dataDir, beforeRoles, observe } = parts
  const metrics = createMetrics()
  const seal = createSeal(config.dataKey ?? localDataKey(dataDir))

  // Closed last: until all is done the service says that it is stopping, and what is sent to it is sent again.
  let closeServer: () => Promise<unknown> = async () => undefined
  lifecycle.started('web server', () => closeServer())
  const { producer, runner, nameChanges, live } = await connectQueues({ config, log, lifecycle })
  const { connection, store } = await connectDatabase({
    config,
    lifecycle,
    seal,
    observe,
    renamed: () => nameChanges.publish({}),
  })
  await prepareStore(store)
  await beforeRoles(store, config)
  const names = await createNames(store)
  nameChanges.subscribe(() => void names.refresh().catch(() => undefined))
  lifecycle.started('names', names.stop)
  const claim = await claimCode(store, config.adminClaimCode)
  lifecycle.started('queues', runner.close)

  // One key from the webhook to the delivery; at `debug`, since it is several lines for every message.
  const trace: Trace = (step, message, detail) => {
    log.debug({ message, step, ...(detail !== undefined && { detail }) }, 'on its way')
    if (config.playground) live.publish({ type: 'trace', step, message, at: now(), detail })
  }
  const platformDeps: PlatformDeps = {
    fetch,
    now,
    publish: async (_name, payload) => live.publish(payload),
    shared: createShared({ redis: producer, prefix: config.redisPrefix, seal, now }),
  }
  const mounted: MountedPlatform[] = platforms.flatMap((platform) => {
    const settings = config.platforms[platform.name]
    return settings ? [{ platform, running: platform.start(settings, platformDeps) }] : []
  })
  for (const { platform, running } of mounted) lifecycle.started(platform.name, async () => running.stop?.())

  await bindSetRooms(mounted, { store, log, at: new Date(now()) })
  const deliveries = createDeliveries(mounted, {
    runner,
    metrics,
    store,
    redis: producer,
    prefix: config.redisPrefix,
    now,
    zone: config.timezone,
    log,
    trace,
    notify: (notices, key) => speaking.notify(notices, key),
  })
  const limits = new Map(platforms.map((platform) => [platform.name, platform.maxTextBytes]))
  const speaking = createSpeaking({ store, deliveries, limits, locale: config.locale, now, log })
  const mail = runner.mail(inboundMail)
  const deps: WorkerDeps = {
    connection,
    store,
    commands: new Map(commands.map((one) => [one.name, one])),
    enqueue: runner.enqueue,
    pace(name, account) {
      const there = mounted.find(
        ({ platform, running }) => platform.name === name && running.account === account,
      )
      return there && paceOf(there.platform)
    },
    vitals: createVitals({ connection, redis: producer, runner, mail, deliveries }),
    snapshot: names.get,
    limits,
    org: { name: config.orgName, publicUrl: config.publicUrl, claimCode: claim.code },
    zone: config.timezone,
    rules: config.rules,
    locale: config.locale,
    trace,
    ...speaking,
    mail,
    deliveries,
    now,
    log,
    metrics,
    async feed(platform, account) {
      const delivery = deliveries.find((one) => one.platform.name === platform && one.account === account)
      if (delivery) await feed({ store, now }, delivery, 'bulk')
    },
  }

  if (config.roles.includes('workers'))
    await startWorkers({ mailWorkers, jobWorkers, tickers }, { runner, deps, lifecycle })
  if (!config.roles.includes('web')) {
    const { metricsPort } = config
    if (metricsPort === undefined) return { config, url: '', claimCode: claim, stop: lifecycle.stop }
    const vitals = await startVitalsServer({ config, lifecycle, deps, connection, producer }, metricsPort)
    closeServer = vitals.close
    return { config, url: vitals.url, claimCode: claim, stop: lifecycle.stop }
  }
  const cast = { people, rooms }
  const web = await startWeb({ config, lifecycle, deps, connection, producer, mounted, live, claim, cast })
  closeServer = web.close
  return { config, url: web.url, claimCode: claim, stop: lifecycle.stop }
}
