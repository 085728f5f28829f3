import type { Reply } from '../../chat/reply.ts'
import type { Broadcast } from '../../store/broadcasts.ts'
import { approvalWish } from '../ask-approval.ts'
import { countBroadcast } from '../broadcast-count.ts'
import type { Context, Run } from '../command.ts'
import { isOwnBroadcast } from '../own-broadcast.ts'

export type WithdrawArgs = { code?: string | undefined }

/**
 * 撤回: nothing more goes out. First the broadcast says so, and whoever plans or delivers stops; then the rows that wait
 * are ended all at once. Not asked before: every second more are out.
 */
export const runWithdraw: Run<WithdrawArgs> = async ({ code }, context) => {
  const { store, texts, now, key, asker } = context
  if (!code) return askWhich(context)
  const broadcast = await store.broadcasts.find(code)
  if (!broadcast || !isOwnBroadcast(broadcast, context)) return { text: texts.broadcastStatus.none({ code }) }
  const withdrawn = { by: asker.person?._id ?? asker.identity, at: now, key }
  if (!(await store.broadcasts.withdraw(code, withdrawn))) return { text: texts.withdraw.already({ code }) }
  await store.outbox.withdraw(code, now)
  await store.requests.withdraw(approvalWish(code))
  return { text: await outcome(broadcast, context), quickReplies: [texts.audience.seeStatus({ code })] }
}

async function askWhich({ store, texts, asker }: Context): Promise<Reply> {
  const last = asker.person && (await store.broadcasts.lastOf(asker.person._id))
  if (!last) return { text: texts.broadcastStatus.noneYet }
  return {
    text: texts.withdraw.which({ code: last._id }),
    quickReplies: [last._id],
    question: { field: 'code', args: {} },
  }
}

/** How many were out before, how many are on their way this moment, how many never will be. */
async function outcome(broadcast: Broadcast, { store, texts }: Context): Promise<string> {
  const tally = await store.outbox.tally(broadcast._id)
  const { _id: code } = broadcast
  const { sent, unknown, leaving, withdrawn } = countBroadcast({ ...broadcast, state: 'withdrawn' }, tally)
  const out = sent + unknown
  return withdrawn > 0
    ? texts.withdraw.stopped({ code, sent: out, leaving, stopped: withdrawn })
    : texts.withdraw.tooLate({ code, sent: out })
}
