import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import type { Context } from '../command.ts'
import { ownChildren, sayOwnChild } from '../own-family.ts'
import { answer } from '../verify/answer.ts'
import { sayWords } from '../verify/say-words.ts'

/** The second social worker's word on a line above 8 hours a day (domain.md, "Hours"); nobody's word counts twice. */
export async function agreeToHours(id: string, context: Context): Promise<Reply> {
  const { store, texts, asker, key } = context
  const line = await store.hours.find(id)
  const me = asker.person?._id ?? ''
  if (!line || !may(asker.grants, 'socialWorker', line)) return { text: texts.requests.none({ request: id }) }
  if (line.person === me) return { text: texts.requests.own({ request: id }) }
  if ((await ownChildren(context)).has(line.person))
    return { text: await sayOwnChild(id, { place: line, needs: 'socialWorker' }, context) }
  const before = line.verifiers.find((word) => word.person === me)
  const isMine = before?.key === key
  if (!isMine && line.state !== 'seconding') return { text: texts.requests.settled({ request: id }) }
  const seconded = !isMine && before !== undefined
  const done = seconded || isMine ? [line] : await sayWords([{ line, minutes: line.minutes }], context)
  return answer({ code: line.activity, done, own: [], seconded: seconded ? [id] : [], more: false }, context)
}
