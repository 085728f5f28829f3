import { z } from 'zod'

const words = z.object({ content: z.string().max(20_000) })

/** What a 智能机器人 is sent, decrypted (developer.work.weixin.qq.com/document/path/100719). */
export const callback = z.object({
  msgid: z.string().min(1),
  msgtype: z.string(),
  from: z.object({ userid: z.string().min(1) }).optional(),
  chattype: z.enum(['single', 'group']).optional(),
  chatid: z.string().min(1).optional(),
  response_url: z.string().optional(),
  text: words.optional(),
  /** What 企业微信 heard in a voice message. */
  voice: words.optional(),
  mixed: z.object({ msg_item: z.array(z.object({ text: words.optional() })).max(100) }).optional(),
  stream: z.object({ id: z.string().min(1).max(200) }).optional(),
})

export type Callback = z.infer<typeof callback>

/** The words of a message; pictures and files have none. A group's begin, or end, with the mention of the robot. */
export function wordsOf({ text, voice, mixed, chattype }: Callback): string {
  const parts = mixed?.msg_item.flatMap((item) => item.text?.content ?? [])
  const said = text?.content ?? voice?.content ?? parts?.join('\n') ?? ''
  return chattype === 'group' ? withoutMention(said) : said
}

function withoutMention(said: string): string {
  const rest = said.replace(/^\s*@\S+\s*/, '')
  return rest === said ? said.replace(/\s@\S+\s*$/, '') : rest
}
