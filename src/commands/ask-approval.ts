import type { Notice, Reply } from '../chat/reply.ts'
import type { TeamPlace } from '../domain/roles.ts'
import type { Texts } from '../locale/index.ts'
import type { Broadcast } from '../store/broadcasts.ts'
import type { Context } from './command.ts'
import { type AskContext, makeRequest } from './requests/make-request.ts'
import { sayMoment } from './schedule-args.ts'

/** How long a second social worker's word is waited for, in milliseconds; no longer than until it is to go out. */
export const approvalMs = 24 * 3600_000

/** The wish of the request for a broadcast: there is one at most. */
export const approvalWish = (code: string): string => `broadcast:${code}`

/** Asks a second social worker for a broadcast, and says so. Said again by the same message it is the same request. */
export async function askApproval(broadcast: Broadcast, context: Context): Promise<Reply> {
  const { texts } = context
  const { at, dueAt } = broadcast
  const end = new Date(Math.min(at.getTime() + approvalMs, dueAt?.getTime() ?? Infinity))
  const { notices, say } = await requestApproval(broadcast, end, context)
  return { text: say(texts), quickReplies: [texts.audience.seeStatus({ code: broadcast._id })], notices }
}

/**
 * Makes the request for a broadcast, which waits for a word until its end; gives what is told to those who may answer,
 * and how that is said to its author.
 */
export async function requestApproval(
  broadcast: Broadcast,
  end: Date,
  context: AskContext & Pick<Context, 'rules' | 'zone'>,
): Promise<{ notices: Notice[]; say: (texts: Texts) => string }> {
  const { store, rules } = context
  const { _id: code, audience, rooms, people } = broadcast
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
  const say = (texts: Texts) =>
    texts.approval.asked({
      code,
      request: request._id,
      rooms,
      most: rules.approvalRooms,
      told: notices.length,
      until: sayMoment(end, { ...context, texts }),
    })
  return { notices, say }
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
