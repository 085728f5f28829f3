import type { WorkerDeps } from '../../workers/deps.ts'
import { asAppError } from '../errors.ts'

const unsettled = ['queued', 'claimed', 'calling'] as const

/**
 * How full everything is, for whoever asks for the metrics. A database that is away leaves its figures as they were and
 * hides none of the others.
 */
export async function measure(deps: WorkerDeps): Promise<void> {
  const measured = [measureAccounts, measureMailboxes, measureRows]
  await Promise.all(measured.map((one) => one(deps).catch(asAppError)))
}

async function measureAccounts({ deliveries, metrics }: WorkerDeps): Promise<void> {
  for (const { platform, rests } of deliveries)
    metrics.pausedAccounts.set({ platform: platform.name }, (await rests()) ? 1 : 0)
}

async function measureMailboxes({ mail, deliveries, metrics }: WorkerDeps): Promise<void> {
  for (const { mailboxes } of [mail, ...deliveries.flatMap((delivery) => Object.values(delivery.mail))]) {
    const queue = mailboxes.name
    const { boxes, letters, oldest } = await mailboxes.depth()
    metrics.waitingBoxes.set({ queue }, boxes)
    metrics.waitingLetters.set({ queue }, letters)
    metrics.oldestSeconds.set({ queue }, oldest === undefined ? 0 : (Date.now() - oldest) / 1000)
  }
}

async function measureRows({ store, metrics, now }: WorkerDeps): Promise<void> {
  const [states, unknown, letters] = await Promise.all([
    store.outbox.states(new Date(now())),
    store.unknownRows.count(),
    store.deadLetters.count(),
  ])
  for (const state of unsettled) metrics.outboxRows.set({ state }, states[state] ?? 0)
  metrics.outboxRows.set({ state: 'unknown' }, unknown)
  metrics.deadLettersWaiting.set(letters)
}
