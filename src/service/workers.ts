import { deliverMessage } from '../../workers/deliver-message/run.ts'
import type { WorkerDeps } from '../../workers/deps.ts'
import { feed } from '../../workers/sweep/feed.ts'
import type { Delivery } from '../chat/delivery.ts'
import { asAppError } from '../errors.ts'
import type { Lifecycle } from '../lifecycle.ts'
import type { Bury, Runner } from '../queue/runner.ts'
import type { AnyWorker, MailWorker, Ticker } from '../queue/work.ts'
import { startTicker } from '../tick.ts'

const lanes = ['reply', 'bulk'] as const

/** The lists of `workers/`. */
export type WorkerLists = {
  mailWorkers: readonly MailWorker<WorkerDeps>[]
  jobWorkers: readonly AnyWorker<WorkerDeps>[]
  tickers: readonly Ticker<WorkerDeps>[]
}

/** Starts the role `workers`: mailboxes, deliveries, jobs and whatever is looked for again and again. */
export async function startWorkers(
  { mailWorkers, jobWorkers, tickers }: WorkerLists,
  { runner, deps, lifecycle }: { runner: Runner; deps: WorkerDeps; lifecycle: Lifecycle },
): Promise<void> {
  const { mail, deliveries, log } = deps
  for (const worker of mailWorkers) runner.drainMail(mail, worker, deps)
  for (const delivery of deliveries)
    for (const lane of lanes) runner.drainMail(delivery.mail[lane], deliverMessage(delivery, lane), deps)
  for (const worker of jobWorkers) runner.run(worker, deps, (dead) => bury(dead, deps))
  lifecycle.started('workers', runner.stop)
  // What an account kept while it was paused, or this process left behind, goes out first.
  for (const delivery of deliveries)
    await goOn(delivery, deps).catch((error: unknown) =>
      log.warn({ reason: asAppError(error).message }, 'what waits is left to the sweeper'),
    )
  for (const ticker of tickers) lifecycle.started(ticker.name, startTicker(ticker, deps, log).stop)
}

async function goOn(delivery: Delivery, deps: WorkerDeps): Promise<void> {
  await delivery.resume()
  for (const lane of lanes) await feed(deps, delivery, lane, 0)
}

/** A job of ours that cannot be done is kept, told of in the log and counted. */
async function bury(dead: Parameters<Bury>[0], { store, now, log, metrics }: WorkerDeps): Promise<void> {
  await store.deadLetters.add({ ...dead, at: new Date(now()) })
  log.error(
    { queue: dead.queue, reason: dead.reason },
    'a job could not be done and is kept as a dead letter',
  )
  metrics.deadLetters.inc({ queue: dead.queue })
}
