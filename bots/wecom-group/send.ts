import type { OutboundMessage, PlatformDeps } from '../../src/chat/platform.ts'
import { apiUrl } from '../../src/chat/wire/api-url.ts'
import { callApi } from '../../src/chat/wire/call-api.ts'
import { plainText } from '../../src/chat/wire/plain-text.ts'
import { type Meanings, wxFailure } from '../../src/chat/wire/wx-failure.ts'
import { AppError } from '../../src/errors.ts'
import type { GroupRobot } from './keys.ts'

const meanings: Meanings = {
  [-1]: { means: 'unavailable', says: '企业微信 is busy' },
  40058: { means: 'refused', says: 'the text is too long or empty' },
  45009: { means: 'slow_down', says: 'more than 20 messages a minute', retryAfterMs: 60_000 },
  93000: { means: 'unreachable', says: 'the robot was taken out of the group: its key is not good any more' },
}

/**
 * Posts to the group of a robot, as plain text. What could be tapped elsewhere is left out: nobody there would hear it.
 */
export async function send(
  { api, robots }: { api: string; robots: readonly GroupRobot[] },
  message: OutboundMessage,
  deps: PlatformDeps & { signal: AbortSignal },
): Promise<{ platformId?: string }> {
  const { to } = message
  if (to.kind === 'person') throw new AppError('unreachable', 'a 群机器人 speaks in its group only')
  const robot = robots.find(({ id }) => id === to.id)
  if (!robot) throw new AppError('unreachable', 'there is no key for this group any more')
  const json = { msgtype: 'text', text: { content: plainText({ ...message, quickReplies: [] }) } }
  const answer = await callApi({ url: addressOf(api, robot), json, signal: deps.signal }, deps)
  const failure = wxFailure(answer, meanings)
  if (failure) throw failure
  return {}
}

/** Where the messages of a robot are posted. Whoever has it can write to the group. */
export function addressOf(api: string, { key }: GroupRobot): URL {
  const url = apiUrl(api, '/cgi-bin/webhook/send')
  url.searchParams.set('key', key)
  return url
}
