import type { OutboundMessage } from '../../src/chat/platform.ts'
import { plainText } from '../../src/chat/wire/plain-text.ts'
import { AppError } from '../../src/errors.ts'
import type { Api } from './api.ts'

/** In an address list these stand for several members, or all of them. */
const several = /[|]|^@all$/i

/**
 * Sends one member a text (message/send). Nothing marks it for 企业微信's duplicate check: that goes by the words, and
 * would swallow an answer that is the same as the one before.
 */
export async function send(
  api: Api,
  message: OutboundMessage,
  signal: AbortSignal,
): Promise<{ platformId?: string }> {
  const { to } = message
  if (to.kind === 'room')
    throw new AppError('unreachable', 'an app of 企业微信 speaks to members, not in rooms')
  if (several.test(to.id)) throw new AppError('refused', 'this is not the userid of one member')
  const { invaliduser, unlicenseduser, msgid } = await api.call('message/send', {
    json: {
      touser: to.id,
      msgtype: 'text',
      agentid: Number(api.agentId),
      text: { content: plainText(message) },
    },
    signal,
  })
  if (invaliduser) throw new AppError('unreachable', 'the member is not in 可见范围 any more (invaliduser)')
  if (unlicenseduser)
    throw new AppError('unreachable', 'the member has no 互通 licence any more (unlicenseduser)')
  return typeof msgid === 'string' ? { platformId: msgid } : {}
}
