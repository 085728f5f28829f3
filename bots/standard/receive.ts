import { z } from 'zod'
import type { Received } from '../../src/chat/message.ts'
import type { WebhookResult } from '../../src/chat/platform.ts'
import { AppError } from '../../src/errors.ts'

const id = z
  .string()
  .min(1)
  .refine((value) => Buffer.byteLength(value) <= 200, 'at most 200 bytes')
const name = z.string().max(200).optional()
const place = z.object({ id, name })
const timestamp = z.iso.datetime({ offset: true })

const said = z.object({
  type: z.literal('message.received'),
  timestamp,
  data: z.object({
    id,
    sender: place,
    room: place.nullish(),
    text: z.string().max(20_000),
    mentions_bot: z.boolean().optional(),
  }),
})
const roomEvent = z.object({
  type: z.enum(['room.joined', 'room.left']),
  timestamp,
  data: z.object({ room: place }),
})

const named = (one: z.infer<typeof place>) => ({ id: one.id, name: one.name ?? '' })

/**
 * Messages of a verified body. Unknown fields are ignored and unknown types are nothing to us; a body of a known
 * type that does not fit throws AppError `malformed` that names the field.
 */
export function receive(body: Buffer, webhookId: string): WebhookResult {
  const json = parseJson(body)
  const type = typeOf(json)
  if (type === 'message.received') return { messages: [messageOf(check(said, json))] }
  if (type !== 'room.joined' && type !== 'room.left') return { messages: [] }
  const event = check(roomEvent, json)
  const room = named(event.data.room)
  const message: Received = {
    kind: event.type,
    id: webhookId,
    // Nobody says that a room was joined; the room itself stands in, so that its events keep their order.
    sender: { id: `room ${room.id}`, name: '' },
    room,
    text: '',
    mentionsBot: false,
    sentAt: Date.parse(event.timestamp),
  }
  return { messages: [message] }
}

function messageOf({ data, timestamp: sentAt }: z.infer<typeof said>): Received {
  return {
    kind: 'text',
    id: data.id,
    sender: named(data.sender),
    room: data.room ? named(data.room) : null,
    text: data.text,
    mentionsBot: data.mentions_bot ?? false,
    sentAt: Date.parse(sentAt),
  }
}

function typeOf(json: unknown): string {
  const type = typeof json === 'object' && json !== null && 'type' in json ? json.type : undefined
  if (typeof type === 'string') return type
  throw new AppError('malformed', 'type: expected a string')
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new AppError('malformed', 'the body is not JSON')
  }
}

function check<T>(schema: z.ZodType<T>, json: unknown): T {
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new AppError('malformed', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not valid'}`)
}
