import type { Reply } from '../chat/reply.ts'
import type { TeamPlace } from '../domain/roles.ts'
import type { Broadcast } from '../store/broadcasts.ts'
import type { Timer } from '../store/timers.ts'
import { type BeginDeps, dropBroadcast } from './begin-broadcast.ts'
import type { Context } from './command.ts'
import { makeRequest } from './requests/make-request.ts'
import { sayMoment } from './schedule-args.ts'

/** How long a second social worker's word is waited for, in milliseconds; no longer than until it is to go out. */
export const approvalMs = 24 * 3600_000

/** The wish of the request for a broadcast: there is one at most. */
export const approvalWish = (code: string): string => `broadcast:${code}`

/** Asks a second social worker for a broadcast, and says so. Said again by the same message it is the same request. */
export async function askApproval(broadcast: Broadcast, context: Context): Promise<Reply> {
  const { store, texts, rules } = context
  const { _id: code, audience, rooms, people, at, dueAt } = broadcast
  const end = new Date(Math.min(at.getTime() + approvalMs, dueAt?.getTime() ?? Infinity))
  const { request, notices } = await makeRequest(
    {
      kind: 'broadcast',
      needs: 'socialWorker',
      ...placeOf(broadcast),
      args: { broadcast: code, audience, rooms: String(rooms), people: String(people) },
      reason: broadcast.text,
      wish: approvalWish(code),
    },
    context,
  )
  await store.timers.set({ kind: 'approval-ends', subject: code, due: end, data: { broadcast: code } })
  return {
    text: texts.approval.asked({
      code,
      request: request._id,
      rooms,
      most: rules.approvalRooms,
      told: notices.length,
      until: sayMoment(end, context),
    }),
    quickReplies: [texts.audience.seeStatus({ code })],
    notices,
  }
}

/** Nobody said a word in time: it is not sent, and its author hears so. */
export async function endApproval({ data }: Timer, deps: BeginDeps): Promise<void> {
  const head = await deps.store.broadcasts.find(data.broadcast ?? '')
  if (!head || (head.state !== 'asked' && head.dropped !== 'expired')) return
  await dropBroadcast(head, 'expired', deps)
  await deps.store.requests.withdraw(approvalWish(head._id))
}

/** Who may answer: who is responsible for all it reaches, a team, a station, or everything. */
function placeOf({ scope }: Broadcast): TeamPlace {
  const [first] = scope
  if (!first) return {}
  if (scope.every(({ team }) => team && team === first.team))
    return { team: first.team ?? undefined, station: first.station ?? undefined }
  const station = scope.every((place) => place.station && place.station === first.station)
  return station ? { station: first.station ?? undefined } : {}
}
