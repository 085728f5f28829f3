import { z } from 'zod'

/** Somebody who is mentioned: the text has `key` in their place. */
export type Mention = { key: string; id: { open_id?: string | undefined }; name: string }

const textContent = z.object({ text: z.string() })
const postContent = z.object({
  title: z.string().optional(),
  content: z.array(
    z.array(z.object({ tag: z.string(), text: z.string().optional(), user_id: z.string().optional() })),
  ),
})

/** `@_user_10` is not `@_user_1` and a zero: each place is taken whole. */
const place = /@_user_\d+|@_all/g

/**
 * The words of a message of type `text` or `post` (what was pasted or has several styles), those who are mentioned by
 * name and the bot left out. Anything else has no words: pictures, files, voices.
 */
export function wordsOf(
  { type, content }: { type: string; content: string },
  mentions: readonly Mention[],
  bot: string | undefined,
): string {
  const named = (key: string): string => {
    if (key === '@_all') return '@所有人'
    const mention = mentions.find((one) => one.key === key)
    if (!mention) return key
    return bot !== undefined && mention.id.open_id === bot ? ' ' : `@${mention.name}`
  }
  return rawWords(type, content).replaceAll(place, named)
}

function rawWords(type: string, content: string): string {
  const json = parse(content)
  if (type === 'text') return textContent.safeParse(json).data?.text ?? ''
  if (type !== 'post') return ''
  const post = postContent.safeParse(json).data
  if (!post) return ''
  const lines = post.content.map((line) =>
    line.map(({ tag, text = '', user_id: user = '' }) => (tag === 'at' ? user : text)).join(''),
  )
  return [post.title ?? '', ...lines].filter(Boolean).join('\n')
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
