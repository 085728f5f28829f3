import { z } from 'zod'

/** Ids have up to 52 bits; long ones were made texts when the body was read. */
const id = z.union([z.number().int(), z.string().regex(/^-?\d+$/)]).transform(String)
const seconds = z.number().int().nonnegative()
const chat = z.object({ id, type: z.string(), title: z.string().optional() })
const user = z.object({
  id,
  is_bot: z.boolean(),
  first_name: z.string().default(''),
  last_name: z.string().default(''),
})
const entity = z.object({
  type: z.string(),
  offset: z.number().int().nonnegative(),
  length: z.number().int().nonnegative(),
  user: z.object({ id }).optional(),
})

const message = z.object({
  message_id: z.number().int(),
  message_thread_id: z.number().int().optional(),
  date: seconds,
  chat,
  from: user.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entity).default([]),
  caption_entities: z.array(entity).default([]),
  reply_to_message: z.object({ from: z.object({ id }).optional() }).optional(),
})
const membership = z.object({
  chat,
  from: user,
  date: seconds,
  old_chat_member: z.object({ status: z.string() }),
  new_chat_member: z.object({ status: z.string() }),
})

/** What of an update (core.telegram.org/bots/api#update) is something to us. */
export const updateSchema = z.object({
  update_id: id,
  message: message.optional(),
  my_chat_member: membership.optional(),
})

export type Message = z.infer<typeof message>
export type Membership = z.infer<typeof membership>
export type Entity = z.infer<typeof entity>
