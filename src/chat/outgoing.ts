import type { NewOutboxRow } from '../store/outbox.ts'
import { type InboundMessage, keyOf } from './message.ts'
import type { Reply } from './reply.ts'

/** How long an answer is worth delivering, in milliseconds. */
const replyLifeMs = 24 * 3600_000

/** Longest text of each platform in UTF-8 bytes, by name. */
export type TextLimits = ReadonlyMap<string, number>

/** A message on its way out, before it is split and numbered. */
export type Draft = Pick<NewOutboxRow, 'platform' | 'account' | 'to' | 'person'> & {
  text: string
  quickReplies?: string[] | undefined
  mentions?: string[]
  inReplyTo?: string
  replyHandle?: Record<string, unknown> | undefined
}

/** Makes outbox rows `key#n` of drafts, splitting texts that are too long for their platform. */
export function outboxRows(
  key: string,
  drafts: readonly Draft[],
  at: Date,
  limits: TextLimits,
): NewOutboxRow[] {
  return drafts
    .flatMap(({ text, ...draft }) =>
      splitText(text, limits.get(draft.platform) ?? 4_000).map((part, i, parts) => ({
        ...draft,
        text: part,
        quickReplies: i === parts.length - 1 ? draft.quickReplies : undefined,
      })),
    )
    .map(({ text, quickReplies = [], mentions = [], inReplyTo, replyHandle, ...draft }, n) => ({
      ...draft,
      _id: `${key}#${n}`,
      conversation: keyOf(draft.platform, draft.account, draft.to.kind, draft.to.id),
      lane: 'reply',
      createdAt: at,
      giveUpAt: new Date(at.getTime() + replyLifeMs),
      content: {
        text,
        quickReplies,
        mentions,
        files: [],
        ...(inReplyTo && { inReplyTo }),
        ...(replyHandle && { replyHandle }),
      },
    }))
}

/** The answers to a message: here, privately to the asker, and to others. */
export function draftsOf(message: InboundMessage, reply: Reply, notices: readonly Draft[]): Draft[] {
  const { platform, account, sender, room, id, replyHandle } = message
  const toAsker = { platform, account, to: { kind: 'person' as const, id: sender.id }, inReplyTo: id }
  const here: Draft = room
    ? {
        platform,
        account,
        to: { kind: 'room', id: room.id },
        mentions: [sender.id],
        inReplyTo: id,
        replyHandle,
        text: reply.text,
      }
    : { ...toAsker, replyHandle, text: reply.text }
  const drafts = reply.text ? [here] : []
  if (reply.private) drafts.push({ ...toAsker, text: reply.private })
  const last = drafts.at(-1)
  if (last) last.quickReplies = reply.quickReplies
  return [...drafts, ...notices]
}

/** Splits at line ends, else between characters, so that no part has more than `limit` bytes in UTF-8. */
export function splitText(text: string, limit: number): string[] {
  if (Buffer.byteLength(text) <= limit) return [text]
  const parts: string[] = []
  let part = ''
  for (const piece of text
    .split(/(?<=\n)/)
    .flatMap((line) => (Buffer.byteLength(line) > limit ? [...line] : [line]))) {
    if (Buffer.byteLength(part) + Buffer.byteLength(piece) > limit) {
      parts.push(part)
      part = ''
    }
    part += piece
  }
  return part ? [...parts, part] : parts
}
