import { z } from 'zod'
import { redeliverySeconds } from '../../src/chat/inbound.ts'
import type { Received } from '../../src/chat/message.ts'
import type { RawRequest, WebhookResult } from '../../src/chat/platform.ts'
import { checkShape } from '../../src/chat/wire/check-shape.ts'
import { parseLosslessJson } from '../../src/chat/wire/lossless-json.ts'
import { AppError } from '../../src/errors.ts'
import { readCqString, type Segment } from './cq.ts'

/** 64-bit, and a text where JavaScript would round it. */
const id = z.union([z.number().int(), z.string().regex(/^-?\d{1,20}$/)]).transform(String)
const event = z.object({ self_id: id, time: z.number().int().positive(), post_type: z.string() })
const segment = z.object({ type: z.string(), data: z.record(z.string(), z.unknown()).default({}) })
const said = event.extend({
  message_type: z.enum(['group', 'private']),
  sub_type: z.string().default('normal'),
  message_id: id,
  group_id: id.optional(),
  user_id: id,
  message: z.union([z.array(segment), z.string().transform(readCqString)]),
  sender: z.object({ nickname: z.string().default(''), card: z.string().nullish() }).optional(),
})
const change = event.extend({ notice_type: z.string(), group_id: id.optional(), user_id: id.optional() })

type Said = z.infer<typeof said>

/** Nothing is to be said in the response. */
const nothing = { status: 204, body: '' }

/** Messages of a verified event. Throws AppError `unsigned` or `malformed`. */
export function receive({ headers, body, now }: Pick<RawRequest, 'headers' | 'body' | 'now'>): WebhookResult {
  const json = parseLosslessJson(body.toString('utf8'))
  const { self_id: self, time, post_type: type } = checkShape(event, json)
  if (headers['x-self-id'] !== self) throw new AppError('unsigned', 'x-self-id is not who the event is for')
  // What is older may have been said before, since only its id would tell.
  if (now - time * 1000 > redeliverySeconds * 1000) return { messages: [], response: nothing }
  const message =
    type === 'message'
      ? messageOf(checkShape(said, json))
      : type === 'notice'
        ? roomEvent(checkShape(change, json))
        : undefined
  return { messages: message ? [message] : [], response: nothing }
}

/** Nothing of the bot itself, of those without a name, of the system, and of groups without words. */
function messageOf(message: Said): Received | undefined {
  const { self_id: self, message_type: type, message_id: number, group_id: group, user_id: user } = message
  if (type === 'group' && !group) throw new AppError('malformed', 'group_id: expected a number')
  if (user === self || message.sub_type === 'anonymous' || message.sub_type === 'notice') return undefined
  const text = message.message.map((one) => wordsOf(one, self)).join('')
  const mentionsBot = message.message.some((one) => one.type === 'at' && String(one.data.qq) === self)
  if (group && type === 'group' && text.trim() === '' && !mentionsBot) return undefined
  const { card, nickname = '' } = message.sender ?? {}
  return {
    kind: 'text',
    // Numbers of messages begin anew now and then.
    id: [self, type, number, message.time].join(':'),
    sender: { id: user, name: (card || nickname).slice(0, 200) },
    room: type === 'group' && group ? { id: group, name: '' } : null,
    text,
    mentionsBot: type === 'group' && mentionsBot,
    sentAt: message.time * 1000,
    replyHandle: { message: number },
  }
}

function wordsOf({ type, data }: Segment, self: string): string {
  if (type === 'text') return typeof data.text === 'string' ? data.text : ''
  if (type !== 'at') return ''
  const who = String(data.qq)
  if (who === self) return ' '
  return who === 'all' ? '@所有人' : `@${who}`
}

/** The bot was taken into a group, or put out of it. */
function roomEvent(notice: z.infer<typeof change>): Received | undefined {
  const { self_id: self, time, notice_type: type, group_id: group, user_id: user } = notice
  const isJoined = type === 'group_increase'
  if (!group || user !== self || (!isJoined && type !== 'group_decrease')) return undefined
  return {
    kind: isJoined ? 'room.joined' : 'room.left',
    id: [self, type, group, time].join(':'),
    // The room stands in for whoever did it, so that its events keep their order.
    sender: { id: `room ${group}`, name: '' },
    room: { id: group, name: '' },
    text: '',
    mentionsBot: false,
    sentAt: time * 1000,
  }
}
