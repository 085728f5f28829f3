import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { OutboundMessage, PlatformDeps } from '../../src/chat/platform.ts'
import { apiUrl } from '../../src/chat/wire/api-url.ts'
import { callApi } from '../../src/chat/wire/call-api.ts'
import { plainText } from '../../src/chat/wire/plain-text.ts'
import { type Meanings, wxFailure } from '../../src/chat/wire/wx-failure.ts'
import { AppError } from '../../src/errors.ts'

const handle = z.object({ code: z.string().min(1), until: z.number() })
const hour = 3600

const meanings: Meanings = {
  [-1]: { means: 'unavailable', says: '企业微信 is busy' },
  40001: { means: 'unreachable', says: 'the response_url was used or is over' },
  45009: { means: 'slow_down', says: 'too many answers in this chat', retryAfterMs: 60_000 },
  45033: { means: 'slow_down', says: 'too many calls at once', retryAfterMs: 5_000 },
}

/**
 * Answers to the `response_url` of the message, which takes one answer within an hour. A robot with a URL has no other
 * way to speak, so that all else is `unreachable`.
 */
export async function send(
  api: string,
  message: OutboundMessage,
  { shared, now, fetch, signal }: PlatformDeps & { signal: AbortSignal },
): Promise<{ platformId?: string }> {
  const { data } = handle.safeParse(message.replyHandle)
  if (!data) throw new AppError('unreachable', 'a 智能机器人 speaks only when it was spoken to')
  if (now() > data.until) throw new AppError('unreachable', 'the response_url is over')
  const key = createHash('sha256').update(data.code).digest('hex')
  // The row that has it may try again; whoever comes after it may not.
  const firstTry = await shared.once(`wecom-bot:${key}:${message.id}`, hour)
  if (firstTry && !(await shared.once(`wecom-bot:${key}`, hour)))
    throw new AppError('unreachable', 'the response_url was used for an earlier part of the answer')
  const url = apiUrl(api, '/cgi-bin/aibot/response')
  url.searchParams.set('response_code', data.code)
  const json = { msgtype: 'markdown', markdown: { content: asMarkdown(plainText(message)) } }
  const failure = wxFailure(await callApi({ url, json, signal }, { fetch, now }), meanings)
  if (failure) throw failure
  return {}
}

/** Words that people made up stay words: no links with another face, no mentions, no tags, no headings. */
export const asMarkdown = (text: string): string =>
  text
    .replaceAll('](', '] (')
    .replace(/<(?=[@/a-z])/gi, '< ')
    .replace(/^(?=#{1,6}\s|>)/gm, '\u200b')
