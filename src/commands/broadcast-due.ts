import type { Notice } from '../chat/reply.ts'
import type { Broadcast } from '../store/broadcasts.ts'
import type { Timer } from '../store/timers.ts'
import { approvalMs, approvalWish, requestApproval } from './ask-approval.ts'
import { beginBroadcast, type BeginDeps, dropBroadcast } from './begin-broadcast.ts'

/**
 * The time of a scheduled broadcast has come: it goes out, unless its audience has grown past what one social worker
 * sends to alone. Then a second one is asked, and its author hears so. May be run again.
 */
export async function beginScheduled({ data }: Timer, deps: BeginDeps): Promise<void> {
  const { store } = deps
  const broadcast = await store.broadcasts.find(data.broadcast ?? '')
  if (!broadcast) return
  const reach = await beginBroadcast(broadcast, deps)
  if (reach && !(await store.broadcasts.askFirst(broadcast._id, reach))) return
  // A run that died after that left it asked, without the question.
  if (reach || broadcast.state === 'asked') await askForGrown({ ...broadcast, ...reach }, deps)
}

/** Nobody said a word in time: it is not sent, and its author hears so. */
export async function endApproval({ data }: Timer, deps: BeginDeps): Promise<void> {
  const broadcast = await deps.store.broadcasts.find(data.broadcast ?? '')
  if (!broadcast || (broadcast.state !== 'asked' && broadcast.dropped !== 'expired')) return
  await dropBroadcast(broadcast, 'expired', deps)
  await deps.store.requests.withdraw(approvalWish(broadcast._id))
}

async function askForGrown(broadcast: Broadcast, deps: BeginDeps): Promise<void> {
  const { store, notify, now } = deps
  const { _id: code, by } = broadcast
  const key = `${code}/grown`
  const end = new Date(now.getTime() + approvalMs)
  const person = (await store.people.find(by)) ?? undefined
  const asked = await requestApproval(broadcast, end, { ...deps, key, asker: { person, identity: by } })
  const author: Notice = {
    person: by,
    say: ({ texts }) => ({
      text: texts.approval.grown({ asked: asked.say(texts) }),
      quickReplies: [texts.audience.seeStatus({ code })],
    }),
  }
  await notify([...asked.notices, author], key)
}
