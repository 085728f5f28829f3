import { z } from 'zod'

/** Something to be said to somebody who did not ask: by person, so that the best reachable identity is chosen late. */
const noticeSchema = z.object({
  person: z.string(),
  text: z.string(),
  quickReplies: z.array(z.string()).optional(),
})

/**
 * What a command answers. `text` goes where the command was said; `private` goes to the asker directly
 * (in a direct chat it follows `text`); `notices` go to other people.
 */
export const replySchema = z.object({
  text: z.string(),
  private: z.string().optional(),
  /** What can be said next: buttons where a platform has them, otherwise part of the text. */
  quickReplies: z.array(z.string()).optional(),
  notices: z.array(noticeSchema).optional(),
  /** Asks for one thing more: `field` is a question of the same command, `args` what is known so far. */
  question: z.object({ field: z.string(), args: z.record(z.string(), z.unknown()) }).optional(),
})

export type Reply = z.infer<typeof replySchema>
export type Notice = z.infer<typeof noticeSchema>

/** Where a message goes out: a person's direct chat or a room, by the platform's own id. */
export const destinationSchema = z.object({
  platform: z.string(),
  account: z.string(),
  kind: z.enum(['person', 'room']),
  id: z.string(),
})

export type Destination = z.infer<typeof destinationSchema>
