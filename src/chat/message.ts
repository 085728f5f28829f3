import { z } from 'zod'

/** Platform ids are opaque strings; longer ones are refused so that keys stay short. */
const id = z
  .string()
  .min(1)
  .refine((value) => Buffer.byteLength(value) <= 200, 'an id has at most 200 bytes')

/** Somebody or somewhere on a platform: its id there and the name it shows. */
const named = z.object({ id, name: z.string().max(200).default('') })

/**
 * What a platform hands over for each thing that was said, before anything else is known about it.
 * `sentAt` is in milliseconds since 1970; `replyHandle` is whatever the platform needs to answer passively.
 */
export const receivedSchema = z.object({
  kind: z.enum(['text', 'room.joined', 'room.left']).default('text'),
  id,
  sender: named,
  room: named.nullish(),
  text: z.string(),
  mentionsBot: z.boolean(),
  sentAt: z.number().int(),
  replyHandle: z.record(z.string(), z.unknown()).optional(),
  /** The platform lets us answer there and nowhere else: nobody can be written to in private, and no room called. */
  answersOnly: z.boolean().optional(),
})

export type Received = z.infer<typeof receivedSchema>

/** One wholly understood command with its arguments; the arguments' shape belongs to the command. */
export const actionSchema = z.object({ command: z.string(), args: z.record(z.string(), z.unknown()) })

export type Action = z.infer<typeof actionSchema>

/** What the pure parser found in a text. All that depends on the database is decided later, by the worker. */
export const parsedSchema = z.object({
  /** Commands that fit wholly, one per line, at most five, in order. */
  actions: z.array(actionSchema).max(5),
  /** Words follow the command word that only may belong to it (`帮助老人`): to a question that takes any text an answer. */
  unsure: z.boolean().optional(),
  /** What the sender may have meant: asked, never done. */
  suggestion: z
    .object({ action: actionSchema, said: z.string(), reason: z.enum(['typo', 'phrase']) })
    .optional(),
  /** Commands of which the sender may have meant one: told how they are said. */
  either: z.array(z.string()).optional(),
  /** Words that a person in danger says; answered at once and in a fixed way. */
  urgent: z.boolean().optional(),
  /** Nothing in it asks for an answer (thanks, a sticker, a picture): no hint is given. */
  quiet: z.boolean().optional(),
})

export type Parsed = z.infer<typeof parsedSchema>

/**
 * A message on its way: what was received, where, and what the parser made of it.
 * `key` names the message everywhere after this (`platform:account:id`, parts encoded).
 * `acceptedAt` (milliseconds) is frozen here and is "now" for all meaning.
 */
export const inboundSchema = receivedSchema.extend({
  key: z.string(),
  platform: z.string(),
  account: z.string(),
  /** False where the platform's scheme does not cover the body: privileged commands are refused then. */
  trusted: z.boolean(),
  acceptedAt: z.number().int(),
  parsed: parsedSchema,
})

export type InboundMessage = z.infer<typeof inboundSchema>

/** Joins key parts so that no part can forge a separator: `a:b` and `c` never equal `a` and `b:c`. */
export function keyOf(...parts: string[]): string {
  return parts.map((part) => (reserved.test(part) ? encode(part) : part)).join(':')
}

const reserved = /[%:#{}\s]/
const encode = (part: string) => part.replace(/[%:#{}\s]/g, encodeURIComponent)

/** The parts a key was joined of. */
export function keyParts(key: string): string[] {
  return key.split(':').map(decodeURIComponent)
}

/** The identity key of a message's sender: one row in `identities`, one mailbox. */
export function senderKey(message: { platform: string; account: string; sender: { id: string } }): string {
  return keyOf(message.platform, message.account, message.sender.id)
}

/** The room's key, or undefined in a direct chat. */
export function roomKey(message: {
  platform: string
  account: string
  room?: { id: string } | null
}): string | undefined {
  return message.room ? keyOf(message.platform, message.account, message.room.id) : undefined
}
