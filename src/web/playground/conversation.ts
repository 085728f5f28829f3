import type { LiveEvent, LiveMessage } from '../../chat/live-event.ts'
import type { TraceStep } from '../../chat/trace.ts'

/** A person's direct chat with the bot, or a room all its members see. */
export type ChatId = `person:${string}` | `room:${string}`

/** Who is speaking, and in which room or (undefined) directly to the bot. */
export type View = { person: string; room: string | undefined }

/** The chat that a view shows. */
export function chatOf(view: View): ChatId {
  return view.room === undefined ? `person:${view.person}` : `room:${view.room}`
}

/** Something said in a chat. `from` is `bot` or somebody's id; `at` is in milliseconds. */
export type Line = Pick<
  LiveMessage,
  'id' | 'inReplyTo' | 'text' | 'quickReplies' | 'mentions' | 'files' | 'at'
> & {
  chat: ChatId
  from: string
  mentionsBot: boolean
  /** What became of an own line: on its way, taken, left alone by the bot, or not taken, with the reason. */
  status: 'sending' | 'accepted' | 'ignored' | { problem: string }
}

/** The stops of one message so far, in the order they were told. */
export type Trail = { message: string; stops: { step: TraceStep; at: number; detail?: string }[] }

/** All a page knows of what was said; oldest first. */
export type Conversation = { lines: Line[]; trails: Trail[]; unread: Partial<Record<ChatId, number>> }

export type Said = Pick<Line, 'id' | 'chat' | 'from' | 'text' | 'mentionsBot' | 'at'>

export type Change =
  | { type: 'said'; line: Said }
  | { type: 'settled'; id: string; status: Line['status'] }
  | { type: 'live'; event: LiveEvent; open: ChatId }
  | { type: 'opened'; chat: ChatId }
  | { type: 'cleared' }

const maxLines = 400
const maxTrails = 40
const keyPrefix = 'playground:local:'

export const nothingSaid: Conversation = { lines: [], trails: [], unread: {} }

/** What a page knows after a change. An event that was already seen changes nothing, so that a replay is harmless. */
export function changed(now: Conversation, change: Change): Conversation {
  switch (change.type) {
    case 'said':
      return {
        ...now,
        lines: [
          ...now.lines.filter((line) => line.id !== change.line.id),
          { ...change.line, quickReplies: [], mentions: [], files: [], status: 'sending' as const },
        ].slice(-maxLines),
        trails: [
          ...now.trails.filter((trail) => trail.message !== change.line.id),
          { message: change.line.id, stops: [] },
        ].slice(-maxTrails),
      }
    case 'settled':
      return {
        ...now,
        lines: now.lines.map((line) => (line.id === change.id ? { ...line, status: change.status } : line)),
      }
    case 'live':
      return change.event.type === 'trace'
        ? { ...now, trails: traced(now.trails, change.event) }
        : heard(now, { event: change.event, open: change.open })
    case 'opened':
      return { ...now, unread: { ...now.unread, [change.chat]: 0 } }
    case 'cleared':
      return nothingSaid
  }
}

function heard(now: Conversation, { event, open }: { event: LiveMessage; open: ChatId }): Conversation {
  const { type: _type, to, ...message } = event
  if (now.lines.some((line) => line.from === 'bot' && line.id === message.id)) return now
  const chat: ChatId = `${to.kind}:${to.id}`
  const line: Line = { ...message, chat, from: 'bot', mentionsBot: false, status: 'accepted' }
  const unread = chat === open ? now.unread : { ...now.unread, [chat]: (now.unread[chat] ?? 0) + 1 }
  return { ...now, lines: [...now.lines, line].slice(-maxLines), unread }
}

function traced(trails: Trail[], event: Extract<LiveEvent, { type: 'trace' }>): Trail[] {
  const id = event.message.startsWith(keyPrefix) ? event.message.slice(keyPrefix.length) : ''
  const { step, at, detail } = event
  return trails.map((trail) => {
    const seen = trail.stops.some((stop) => stop.step === step && stop.at === at && stop.detail === detail)
    return trail.message !== id || seen ? trail : { ...trail, stops: [...trail.stops, { step, at, detail }] }
  })
}

/** A stop on the line as it is drawn: `ms` since acceptance, `count` when it was made several times. */
export type Stop = { step: TraceStep; ms?: number; count: number; detail?: string }

const whole: TraceStep[] = ['accepted', 'mailbox', 'action', 'outbox', 'delivered']

/**
 * The line to draw for a trail: all stops of the whole way, those not reached without `ms`; one that ended early
 * ends there. Several answers to one message make several deliveries: the last one counts.
 */
export function stopsOf(trail: Trail): Stop[] {
  const start = trail.stops.find((stop) => stop.step === 'accepted')?.at ?? trail.stops[0]?.at ?? 0
  const end = (['ignored', 'failed'] as const).find((step) => trail.stops.some((stop) => stop.step === step))
  const reached = (step: TraceStep) => trail.stops.filter((stop) => stop.step === step)
  const steps = end ? [...whole.filter((step) => reached(step).length > 0), end] : whole
  return steps.map((step) => {
    const all = reached(step)
    const last = all.at(-1)
    return {
      step,
      ms: last && Math.max(0, Math.max(...all.map((stop) => stop.at)) - start),
      count: all.length,
      detail: last?.detail,
    }
  })
}

/** How long the newest message took to be delivered, in milliseconds; undefined while it is on its way. */
export function lastDelivery({ trails }: Conversation): number | undefined {
  const newest = trails.at(-1)
  return newest && stopsOf(newest).find((stop) => stop.step === 'delivered')?.ms
}

/**
 * What somebody may answer to the bot's last offer in a chat. In a room only who was answered is offered
 * anything; news without an offer leave the last one standing; once they have spoken again it is over, unless
 * the bot stayed out of that.
 */
export function offersFor(lines: readonly Line[], who: { person: string; chat: ChatId }): string[] {
  const here = lines.filter((line) => line.chat === who.chat)
  const lastAnswer = here.findLastIndex(
    (line) => line.from === 'bot' && line.quickReplies.length > 0 && isFor(line, { who: who.person, here }),
  )
  const answer = here[lastAnswer]
  if (!answer) return []
  const moved = here
    .slice(lastAnswer + 1)
    .some((line) => line.from === who.person && line.status !== 'ignored')
  return moved ? [] : answer.quickReplies
}

function isFor(line: Line, { who, here }: { who: string; here: readonly Line[] }): boolean {
  const asked = here.find((candidate) => candidate.from !== 'bot' && candidate.id === line.inReplyTo)
  return asked === undefined || asked.from === who
}
