import { planBroadcast } from '../../workers/plan-broadcast/job.ts'
import type { Notice } from '../chat/reply.ts'
import { placeStates } from '../domain/signup-states.ts'
import { textsFor } from '../locale/index.ts'
import type { Enqueue } from '../queue/job.ts'
import type { Broadcast, Dropped, Reach } from '../store/broadcasts.ts'
import { type Audience, type AudienceContext, resolveAudience } from './audience.ts'
import { callText } from './call/call-text.ts'

/** What something that goes out later needs of the world. */
export type BeginDeps = Pick<AudienceContext, 'store' | 'now' | 'zone' | 'rules' | 'pace'> & {
  enqueue: Enqueue
  notify: (notices: Notice[], key: string) => Promise<void>
}

/**
 * Resolves, freezes and has planned what waits to go out: whoever is in its audience now gets it, if who set it may
 * still speak to them. Otherwise it is not sent, and its author hears why; when they lost the role the admins too.
 * Where it reaches more rooms by now than one social worker sends to alone, nothing is done and they are given.
 */
export async function beginBroadcast(head: Broadcast, deps: BeginDeps): Promise<Reach | undefined> {
  const { store, enqueue, now, rules } = deps
  const { _id: code } = head
  if (head.state === 'planning') await enqueue(planBroadcast, { code }, { id: code })
  if (head.state !== 'scheduled') return undefined
  const found = await resolveNow(head, deps)
  if ('dropped' in found) {
    await dropBroadcast(head, found.dropped, deps)
    return undefined
  }
  const { targets, rooms, people, leftOut } = found.audience
  const reach = { rooms, people, leftOut, text: found.text }
  if (rooms > rules.approvalRooms && !head.approved) return reach
  const begun = await store.broadcasts.begin(code, { ...reach, targets, begunAt: now })
  if (begun) await enqueue(planBroadcast, { code }, { id: code })
  return undefined
}

async function resolveNow(
  head: Broadcast,
  deps: BeginDeps,
): Promise<{ audience: Audience; text: string } | { dropped: Dropped }> {
  const { store, now } = deps
  const texts = textsFor(head.locale)
  const author = await store.people.find(head.by)
  if (!author) return { dropped: 'notAllowed' }
  const activity = head.activity === undefined ? undefined : await store.activities.find(head.activity)
  if (head.activity !== undefined && (!activity || activity.state !== 'open' || activity.end <= now))
    return { dropped: 'over' }
  const rows = activity ? await store.signups.ofActivity(activity._id, ['waiting', ...placeStates]) : []
  const audience = await resolveAudience(
    head.said,
    {
      role: head.kind === 'call' ? 'leader' : 'socialWorker',
      signedUp: rows.map(({ person }) => person),
      ...(activity && { activity }),
    },
    { ...deps, texts, asker: { person: author, grants: author.grants } },
  )
  if ('problem' in audience) return { dropped: 'notAllowed' }
  if (audience.targets.length === 0) return { dropped: 'nobody' }
  return { audience, text: activity ? callText(activity, { ...deps, texts }) : head.text }
}

/** Does not send it, and tells its author why; when they lost the role the admins too. */
export async function dropBroadcast(
  head: Broadcast,
  dropped: Dropped,
  { store, notify }: BeginDeps,
): Promise<void> {
  const { _id: code, by, audience } = head
  if (!(await store.broadcasts.drop(code, dropped))) return
  const admins = dropped === 'notAllowed' ? await store.people.withRole('admin') : []
  const told = new Set([by, ...admins.map(({ _id }) => _id)])
  const say: Notice['say'] = ({ texts }) => ({
    text: texts.schedule.notSent({ code, audience, why: texts.schedule.why[dropped] }),
  })
  await notify(
    [...told].map((person) => ({ person, say })),
    `${code}/dropped`,
  )
}
