import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import type { RequestAnswer } from '../../store/requests.ts'
import { approvalWish } from '../ask-approval.ts'
import type { Context } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { ownChildren, sayOwnChild } from '../own-family.ts'
import { kinds } from './index.ts'

/**
 * A second person's word on a request: never one's own nor on what is about oneself or one's child, by whoever holds the
 * role it needs for its place, once. What somebody may not answer does not exist for them.
 */
export async function answerRequest(
  said: { id: string; to: RequestAnswer['to']; reason?: string | undefined },
  context: Context,
): Promise<Reply> {
  const { store, texts, asker, key, now } = context
  const { id, to, reason } = said
  // 同意 B7 is said of what is shown with its code.
  const request = id.startsWith('B')
    ? await store.requests.ofWish(approvalWish(id))
    : await store.requests.find(id)
  if (!request || !may(asker.grants, request.needs, request))
    return { text: texts.requests.none({ request: id }) }
  const me = asker.person?._id ?? asker.identity
  if (request.by === me || request.args.person === me) return { text: texts.requests.own({ request: id }) }
  const children = await ownChildren(context)
  if ([request.by, request.args.person ?? ''].some((one) => children.has(one)))
    return { text: await sayOwnChild(id, { place: request, needs: request.needs }, context) }
  const answer = { to, by: me, at: now, key, ...(reason && { reason }) }
  if (!(await store.requests.answer(request._id, answer)))
    return { text: texts.requests.settled({ request: id }) }
  const kind = kinds[request.kind]
  const reply = await kind[to === 'agreed' ? 'agree' : 'refuse']({ ...request, answer }, context)
  return { ...reply, ...inPrivate(reply.text, context) }
}
