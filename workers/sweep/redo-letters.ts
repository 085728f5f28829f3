import { inboundSchema, senderKey } from '../../src/chat/message.ts'
import { asAppError } from '../../src/errors.ts'
import { needsJob } from '../../src/queue/mailbox.ts'
import type { DeadLetter } from '../../src/store/dead-letters.ts'
import { inboundMail } from '../handle-message/run.ts'
import { planBroadcast } from '../plan-broadcast/job.ts'
import type { WorkerDeps } from '../deps.ts'

const batch = 100
/** Jobs that can be dead letters, by the name of their queue. */
const jobs = [planBroadcast]

/**
 * Hands letters an admin wants run again to where they came from: what somebody said goes to the end of their own
 * mailbox, behind what they said since. Handed over twice, it is handled once, by its key.
 */
export async function redoLetters(deps: WorkerDeps): Promise<void> {
  const { store, now, metrics } = deps
  for (const letter of await store.deadLetters.toRedo(batch)) {
    try {
      await handOver(letter, deps)
    } catch (thrown) {
      const error = asAppError(thrown)
      if (error.retryable) throw error
      await store.deadLetters.refuse(letter, error.message)
      continue
    }
    await store.deadLetters.handedOver(letter, new Date(now()))
    metrics.swept.inc({ what: 'dead letter' })
  }
}

async function handOver({ queue, payload }: DeadLetter & { payload: string }, deps: WorkerDeps) {
  const { mail, store, enqueue } = deps
  if (queue === inboundMail) {
    const message = inboundSchema.parse(JSON.parse(store.seal.open(payload)))
    const box = senderKey(message)
    const [posted] = await mail.mailboxes.post([{ box, payload }])
    if (needsJob(posted)) await mail.wake([box])
    return
  }
  const job = jobs.find(({ name }) => name === queue)
  if (!job) throw new Error(`there is no job ${queue} any more`)
  await enqueue(job, job.payload.parse(JSON.parse(payload)))
}
