import { z } from 'zod'
import { redeliverySeconds } from '../../src/chat/inbound.ts'
import type { Received } from '../../src/chat/message.ts'
import type { RawRequest, WebhookResult } from '../../src/chat/platform.ts'
import { checkShape } from '../../src/chat/wire/check-shape.ts'
import { parseLosslessJson } from '../../src/chat/wire/lossless-json.ts'
import { AppError } from '../../src/errors.ts'
import { sessionUrl } from './session.ts'

/** Milliseconds, which 钉钉 writes as a number or as a text. */
const ms = z.union([z.number().int(), z.string().regex(/^\d{13}$/)]).transform(Number)
const said = z.object({
  msgId: z.string(),
  conversationId: z.string(),
  conversationType: z.enum(['1', '2']),
  conversationTitle: z.string().default(''),
  senderId: z.string().min(1),
  senderStaffId: z.string().nullish(),
  senderNick: z.string().default(''),
  chatbotUserId: z.string().nullish(),
  robotCode: z.string().nullish(),
  createAt: ms,
  isInAtList: z.boolean().nullish(),
  sessionWebhook: z.string().nullish(),
  sessionWebhookExpiredTime: ms.nullish(),
  msgtype: z.string(),
  text: z.object({ content: z.string() }).nullish(),
  content: z.unknown().optional(),
})
const richText = z.object({ richText: z.array(z.object({ text: z.string().optional() })) })

type Said = z.infer<typeof said>

const ok = { status: 200, body: {} }

/** The message of a request whose headers were verified. Throws AppError `malformed` or `unsigned`. */
export function receive(
  { robotCode, apiUrl }: { robotCode: string; apiUrl: string },
  { body, now }: Pick<RawRequest, 'body' | 'now'>,
): WebhookResult {
  const message = checkShape(said, parseLosslessJson(body.toString('utf8')))
  // Robots of other kinds say `normal`; the code of another app's robot is somebody else's message.
  if (message.robotCode?.startsWith('ding') && message.robotCode !== robotCode)
    throw new AppError('unsigned', 'the message was meant for another robot')
  const until = message.sessionWebhookExpiredTime
  const url = message.sessionWebhook ? sessionUrl(message.sessionWebhook, apiUrl).href : undefined
  const isOwn = message.senderId === message.chatbotUserId
  if (isOwn || now - message.createAt > redeliverySeconds * 1000) return { messages: [], response: ok }
  const direct = message.conversationType === '1'
  const words = wordsOf(message)
  if (!direct && words === undefined) return { messages: [], response: ok }
  const received: Received = {
    kind: 'text',
    id: message.msgId,
    // Whoever is not in the organisation has no staff id, and can only be answered.
    sender: { id: message.senderStaffId || message.senderId, name: message.senderNick.slice(0, 200) },
    room: direct ? null : { id: message.conversationId, name: message.conversationTitle.slice(0, 200) },
    text: words ?? '',
    mentionsBot: !direct && message.isInAtList !== false,
    sentAt: message.createAt,
    ...(url && until && { replyHandle: { url, until } }),
  }
  return { messages: [received], response: ok }
}

function wordsOf({ msgtype, text, content }: Said): string | undefined {
  if (msgtype === 'text') return text?.content ?? ''
  if (msgtype !== 'richText') return undefined
  const parts = richText.safeParse(content).data?.richText ?? []
  return parts.map((part) => part.text ?? '').join('')
}
