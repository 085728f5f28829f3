import { z } from 'zod'
import type { Received } from '../../src/chat/message.ts'
import type { RawRequest, WebhookResult } from '../../src/chat/platform.ts'
import { AppError } from '../../src/errors.ts'
import { people, rooms } from './people.ts'

/** What the page posts for each thing that is said. It makes the id itself, so that saying it again is harmless. */
const saidSchema = z.object({
  id: z.uuid(),
  from: z.enum(people.map((person) => person.id)),
  room: z.enum(rooms.map((room) => room.id)).nullable(),
  text: z.string().trim().min(1),
  mentionsBot: z.boolean(),
})

/** Makes the one message of a request. Throws AppError `malformed` with the first thing that is wrong. */
export function receive(request: RawRequest): WebhookResult {
  const said = saidSchema.safeParse(parseJson(request.body))
  if (!said.success) {
    const [issue] = said.error.issues
    throw new AppError('malformed', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not valid'}`)
  }
  const { id, from, text, mentionsBot } = said.data
  const sender = people.find((person) => person.id === from)
  const room = rooms.find((candidate) => candidate.id === said.data.room)
  const message: Received = {
    kind: 'text',
    id,
    sender: { id: from, name: sender?.name ?? '' },
    room: room ? { id: room.id, name: room.name } : null,
    text,
    mentionsBot,
    sentAt: request.now,
  }
  return { messages: [message] }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch (cause) {
    throw new AppError('malformed', 'the body is not JSON', { cause })
  }
}
