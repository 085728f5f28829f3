import type { Delivery } from '../../src/chat/delivery.ts'
import { revive } from '../../src/commands/handle.ts'
import { settlePlaces } from '../../src/commands/settle-places.ts'
import type { MailQueue } from '../../src/queue/mail.ts'
import type { Ticker } from '../../src/queue/work.ts'
import type { NewOutboxRow } from '../../src/store/outbox.ts'
import type { WorkerDeps } from '../deps.ts'
import { planBroadcast } from '../plan-broadcast/job.ts'
import { feed } from './feed.ts'
import { redoLetters } from './redo-letters.ts'
import { tellUnknown } from './tell-unknown.ts'

/** What is younger than this is probably still under way, in milliseconds. */
const patience = { box: 5_000, inbox: 10_000 }
const batch = 500

/**
 * Finishes halves: boxes without a job, inbox rows without outbox rows, leases that ended, rows nobody was handed,
 * places half taken or half given back, plans without a job, changes not yet in what is counted from them. Every step is harmless when it was not needed and when
 * several processes take it at once.
 */
export const sweep: Ticker<WorkerDeps> = {
  name: 'sweep',
  everyMs: 2_000,
  async run(deps) {
    await wakeBoxes(deps, deps.mail)
    for (const { mail } of deps.deliveries)
      for (const lane of Object.values(mail)) await wakeBoxes(deps, lane)
    await finishInbox(deps)
    for (const delivery of deps.deliveries) await finishOutbox(deps, delivery)
    await tellUnknown(deps)
    await redoLetters(deps)
    for (const { _id } of await deps.store.broadcasts.unplanned())
      await deps.enqueue(planBroadcast, { code: _id }, { id: _id })
    await deps.store.tallies.catchUp(deps.zone)
    await deps.store.registrations.catchUp(deps.zone)
    await deps.store.turnouts.catchUp()
    await settlePlaces({
      store: deps.store,
      zone: deps.zone,
      rules: deps.rules,
      now: new Date(deps.now()),
      notify: deps.notify,
    })
  },
}

/** A crash between the push and the job leaves a box nobody empties. */
async function wakeBoxes({ metrics }: WorkerDeps, { mailboxes, wake }: MailQueue): Promise<void> {
  const boxes = await mailboxes.waitingSince(Date.now() - patience.box, batch)
  if (boxes.length === 0) return
  await mailboxes.touch(boxes, Date.now())
  await wake(boxes)
  metrics.swept.inc({ what: 'mailbox' }, boxes.length)
}

/** A crash between the inbox row and its outbox rows loses nothing: the replies stand in the inbox row. */
async function finishInbox({ store, post, metrics, now }: WorkerDeps): Promise<void> {
  const rows = await store.inbox.unfinished(new Date(now() - patience.inbox), batch)
  if (rows.length === 0) return
  const replies = revive(rows.flatMap((row) => store.inbox.read(row) as NewOutboxRow[]))
  const there = new Set(await store.outbox.present(replies.map(({ _id }) => _id)))
  const missing = replies.filter(({ _id }) => !there.has(_id))
  await store.outbox.addAll(missing)
  await store.inbox.finished(rows.map(({ _id }) => _id))
  if (missing.length === 0) return
  await post(missing)
  metrics.swept.inc({ what: 'outbox row' }, missing.length)
}

/** Leases that ended go back or become unknown; rows that lost their place in Redis get one again. */
async function finishOutbox({ store, metrics, now }: WorkerDeps, delivery: Delivery): Promise<void> {
  const { platform } = delivery
  const at = now()
  const expired = await store.outbox.expireLeases(platform.name, new Date(at), platform.idempotentSend)
  if (expired > 0) metrics.swept.inc({ what: 'lease' }, expired)
  if (await delivery.rests()) return
  for (const lane of ['reply', 'bulk'] as const) await feed({ store, now }, delivery, lane)
}
