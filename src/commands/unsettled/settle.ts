import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import type { Context } from '../command.ts'
import type { UnsettledKind } from './take-kind.ts'

/** As many as are taken by one 全部: what is left is said, and the next 全部 takes it. */
export const mostAtOnce = 500

type Args = {
  codes?: string[] | undefined
  all?: UnsettledKind | undefined
  confirm?: boolean | undefined
}
type Did = 'again' | 'left'

/** Only who administers everything: what is opened and sent again belongs to all teams. */
export const notForThem = ({ asker, texts }: Context): Reply | undefined =>
  may(asker.grants, 'admin', {}) ? undefined : { text: texts.unsettled.notYours }

/** 重发 and 放弃: by their codes, or all of one kind, which are counted and fixed before 是. */
export async function settle(args: Args, did: Did, context: Context): Promise<Reply> {
  const refused = notForThem(context)
  if (refused) return refused
  const { texts, store } = context
  if (args.confirm === false) return { text: texts.common.nothingDone }
  if (args.all) {
    const of = args.all === 'unknown' ? store.unknownRows : store.deadLetters
    const codes = await of.codes(mostAtOnce)
    if (codes.length === 0) return { text: texts.unsettled.none[args.all] }
    return {
      text: texts.unsettled.check({ kind: args.all, did, count: codes.length }),
      quickReplies: [texts.common.yes, texts.common.no],
      question: { field: 'confirm', args: { codes } },
    }
  }
  const codes = args.codes ?? []
  if (codes.length === 0)
    return {
      text: texts.unsettled.which({ did }),
      quickReplies: [texts.unsettled.see.unknown, texts.unsettled.see.dead],
    }
  return { text: say(await settleEach(codes, did, context), did, context) }
}

async function settleEach(codes: readonly string[], did: Did, { store, key, now, asker }: Context) {
  const decided = { key, at: now, by: asker.person?._id ?? asker.identity }
  const done: string[] = []
  const not: string[] = []
  for (const code of codes) {
    const of = code.startsWith('X')
      ? { again: store.unknownRows.resend, left: store.unknownRows.leave }
      : { again: store.deadLetters.redo, left: store.deadLetters.drop }
    ;((await of[did](code, decided)) ? done : not).push(code)
  }
  return { done, not }
}

/** Codes named in an answer: more would only fill the screen. */
const mostNamed = 10

function say({ done, not }: { done: string[]; not: string[] }, did: Did, { texts }: Context): string {
  const named = (codes: string[]) => ({ count: codes.length, codes: codes.slice(0, mostNamed) })
  return [
    ...(done.length > 0 ? [texts.unsettled.done({ did, ...named(done) })] : []),
    ...(not.length > 0 ? [texts.unsettled.notThere(named(not))] : []),
  ].join('\n')
}
