import type { PlatformDeps, RawRequest, WebhookResult } from '../../src/chat/platform.ts'
import type { WxEnvelope } from '../../src/chat/wire/wx-envelope.ts'
import { readWxFields } from '../../src/chat/wire/wx-fields.ts'
import { readWxMessage } from '../../src/chat/wire/wx-message.ts'
import { readEchostr } from '../../src/chat/wire/wx-proof.ts'
import { nothing, passiveAnswer } from './answer.ts'
import { open, verifyPlain } from './verify.ts'

/** 微信 waits 5 s for the response and then sends again, three times; the way back takes some of it. */
const patienceMs = 4_000

/** Under which name an answer finds the response that waits for it. */
export const passiveKey = (appId: string, messageId: string): string => `wechat-mp:${appId}:${messageId}`

/**
 * A request of 服务器配置: the check of the address, or what a follower said. The response waits for the answer, for as
 * long as 微信 does; what comes later goes as 客服消息. Throws AppError `unsigned`, `malformed`.
 */
export function receive(
  account: { appId: string; token: string; envelope: WxEnvelope | undefined },
  request: RawRequest,
  { shared, now }: Pick<PlatformDeps, 'shared' | 'now'>,
): WebhookResult {
  const { appId, token, envelope } = account
  if (request.method === 'GET') {
    verifyPlain(token, request)
    return { messages: [], response: { status: 200, body: readEchostr(request.query) } }
  }
  const text = open(token, envelope, request)
  const fields = readWxFields(text)
  const message = readWxMessage(fields)
  if (!message) return { messages: [], response: nothing }
  const until = request.now + patienceMs
  const about = {
    fields,
    asJson: text.trimStart().startsWith('{'),
    envelope,
    nonce: request.query.get('nonce') ?? '',
  }
  return {
    messages: [{ ...message, replyHandle: { until } }],
    async answer() {
      const said = await shared.passive.take(passiveKey(appId, message.id), until)
      return said === undefined ? nothing : passiveAnswer(said, { ...about, at: now() })
    },
  }
}
