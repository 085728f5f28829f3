import type { Notice } from '../../chat/reply.ts'
import type { Handover } from '../../store/handovers.ts'
import type { Store } from '../../store/index.ts'
import type { Timer } from '../../store/timers.ts'
import { moveBack } from './move-led.ts'

type EndDeps = {
  store: Store
  now: Date
  notify: (notices: Notice[], key: string) => Promise<void>
}

/** The last day of a handover is over: everything comes back, and both hear of it. Done again it changes nothing more. */
export async function endHandover({ data }: Timer, { store, now, notify }: EndDeps): Promise<void> {
  const handover = await store.handovers.find(data.handover ?? '')
  if (!handover) return
  if (!handover.back) await moveBack(handover, { store, now })
  const { _id: id, from, to, by } = handover
  const people = await store.people.many([from, to])
  const nameOf = (id: string) => people.find(({ _id }) => _id === id)?.name ?? id
  const names = { from: nameOf(from), to: nameOf(to) }
  await store.audit.add({
    _id: `${id}:back`,
    at: now,
    by,
    command: 'hand-over',
    said: { from, to, back: true },
    answered: `${to} → ${from}`,
  })
  await notify([tell(from, names), tell(to, names)], `${id}:back`)
}

const tell = (person: Handover['from'], names: { from: string; to: string }): Notice => ({
  person,
  say: ({ texts }) => ({ text: texts.handOver.back(names) }),
})
