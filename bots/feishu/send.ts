import { createHash } from 'node:crypto'
import { mayHaveArrived } from '../../src/chat/may-have-arrived.ts'
import type { OutboundMessage } from '../../src/chat/platform.ts'
import { plainText } from '../../src/chat/wire/plain-text.ts'
import { asAppError } from '../../src/errors.ts'
import type { FeishuAnswer, FeishuApi } from './api.ts'
import { feishuError, originalGone } from './errors.ts'

/** One attempt may take this long, and there are so many: all of them fit into the time of one call. */
const attempt = { ms: 3_000, times: 3 }

/**
 * Sends one message (im/v1/messages); in a group it answers the message that asked. `uuid` comes of the row's id: 飞书
 * drops what it has seen within an hour. That is not forever, so that a row whose call broke off is not tried again
 * later by itself; but at once it is, which mends nearly all of them.
 */
export async function send(
  api: FeishuApi,
  message: OutboundMessage,
  signal: AbortSignal,
): Promise<{ platformId?: string }> {
  const { to, inReplyTo, id } = message
  const said = {
    msg_type: 'text',
    content: JSON.stringify({ text: textOf(message) }),
    uuid: createHash('sha256').update(id).digest('base64url'),
  }
  const plainly = {
    path: `/open-apis/im/v1/messages?receive_id_type=${to.kind === 'room' ? 'chat_id' : 'open_id'}`,
    json: { receive_id: to.id, ...said },
  }
  // What is private must not become an answer in the group where it was asked for.
  const answers = to.kind === 'room' && inReplyTo?.startsWith('om_')
  const asAnswer = {
    path: `/open-apis/im/v1/messages/${encodeURIComponent(inReplyTo ?? '')}/reply`,
    json: said,
  }
  const first = await persist(api, answers ? asAnswer : plainly, signal)
  const answer = answers && originalGone.has(first.code) ? await persist(api, plainly, signal) : first
  if (answer.code !== 0) throw feishuError(answer)
  const { message_id: platformId } = (answer.body.data ?? {}) as { message_id?: string }
  return platformId === undefined ? {} : { platformId }
}

/** Tries again at once what may or may not have arrived: with the same `uuid` it cannot come twice. */
async function persist(
  api: FeishuApi,
  call: { path: string; json: object },
  signal: AbortSignal,
): Promise<FeishuAnswer> {
  for (let left = attempt.times - 1; ; left--)
    try {
      const limited = AbortSignal.any([signal, AbortSignal.timeout(attempt.ms)])
      return await api.ask({ method: 'POST', ...call, signal: limited })
    } catch (thrown) {
      if (left === 0 || signal.aborted || !mayHaveArrived(asAppError(thrown))) throw thrown
    }
}

/** Those who are meant are mentioned; what people wrote themselves mentions nobody, and hides no address. */
function textOf(message: OutboundMessage): string {
  const mentions = message.mentions.map((user) => `<at user_id="${user.replaceAll(/[^\w-]/g, '')}"></at> `)
  return (
    mentions.join('') +
    plainText(message)
      .replaceAll(/<(?=\/?[a-z])/gi, '＜')
      .replaceAll('](', '] (')
  )
}
