import type { OutboundMessage } from '../../src/chat/platform.ts'
import { plainText } from '../../src/chat/wire/plain-text.ts'
import { AppError } from '../../src/errors.ts'
import type { DingtalkApi } from './api.ts'
import { personError, sessionError } from './errors.ts'
import { readSession, sessionUrl } from './session.ts'

/** The id of somebody outside the organisation, who has no staff id. */
const outside = /^\$:/

/**
 * Sends one message: by the session of the message it answers as long as that is good, which costs no call of the API,
 * otherwise by the API to a group or a person. What the session refused is tried the other way.
 */
export async function send(
  api: DingtalkApi,
  message: OutboundMessage,
  { now, signal }: { now: number; signal: AbortSignal },
): Promise<{ platformId?: string }> {
  const session = readSession(message.replyHandle, now)
  if (session) {
    const answer = await api.answer(sessionUrl(session.url, api.url), answerOf(message), signal)
    const error = sessionError(answer)
    if (!error) return {}
    if (error.code !== 'refused' || isOutside(message)) throw error
  }
  return sendByApi(api, message, signal)
}

const isOutside = ({ to }: OutboundMessage): boolean => to.kind === 'person' && outside.test(to.id)

/** Whoever is meant is named in the text as well: 钉钉 puts their name there. */
function answerOf(message: OutboundMessage): object {
  const atUserIds = message.mentions.filter((user) => !outside.test(user))
  const content = [...atUserIds.map((user) => `@${user}`), plainText(message)].join(' ')
  return { msgtype: 'text', text: { content }, at: { atUserIds, isAtAll: false } }
}

async function sendByApi(
  api: DingtalkApi,
  message: OutboundMessage,
  signal: AbortSignal,
): Promise<{ platformId?: string }> {
  const { to } = message
  if (isOutside(message))
    throw new AppError('unreachable', 'somebody outside the organisation is only answered, within 90 minutes')
  const said = {
    robotCode: api.robotCode,
    msgKey: 'sampleText',
    msgParam: JSON.stringify({ content: plainText(message) }),
  }
  const body =
    to.kind === 'room'
      ? await api.post('/v1.0/robot/groupMessages/send', { ...said, openConversationId: to.id }, signal)
      : await api.post('/v1.0/robot/oToMessages/batchSend', { ...said, userIds: [to.id] }, signal)
  const error = to.kind === 'person' ? personError(body, to.id) : undefined
  if (error) throw error
  return typeof body.processQueryKey === 'string' ? { platformId: body.processQueryKey } : {}
}
