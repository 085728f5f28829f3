import type { Notice, Reply, Said } from '../../chat/reply.ts'
import { formatDay, formatMinutes } from '../../locale/format.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { TeamPlace } from '../../domain/roles.ts'
import type { Context } from '../command.ts'
import { sayOwnChild } from '../own-family.ts'
import { tellApart } from './tell-apart.ts'

/** Names said in one answer; beyond that numbers say enough. */
const namedUpTo = 5

/** What a message did, told from what the ledger says, so that a rerun tells the same. */
export async function answer(
  result: {
    code: string
    done: readonly HoursEntry[]
    own: readonly string[]
    childrens?: { entries: readonly string[]; place: TeamPlace }
    seconded: readonly string[]
    more: boolean
  },
  context: Context,
): Promise<Reply> {
  const { texts, key } = context
  const { code, done, own, childrens, seconded, more } = result
  const words = done.flatMap((line) => {
    const word = line.verifiers.find((verifier) => verifier.key === key)
    return word ? [{ line, word }] : []
  })
  const verified = words.filter(({ word }) => word.to === 'verified')
  const waiting = [
    ...words.filter(({ word }) => word.to === 'seconding').map(({ line }) => line._id),
    ...seconded,
  ]
  const minutes = verified.reduce((sum, { word }) => sum + word.minutes, 0)
  const lines = [
    ...(verified.length > 0
      ? [texts.verify.done({ code, count: verified.length, time: formatMinutes(minutes, texts), minutes })]
      : []),
    ...(waiting.length > 0 ? [texts.verify.needsSecond({ entries: list(waiting) })] : []),
    ...(own.length > 0 ? [texts.verify.own({ entries: list(own) })] : []),
    ...(childrens && childrens.entries.length > 0
      ? [await sayOwnChild(list(childrens.entries), { ...childrens, needs: 'socialWorker' }, context)]
      : []),
    ...(more ? [texts.verify.more({ code })] : []),
  ]
  const named =
    context.place.kind === 'direct' && verified.length <= namedUpTo ? await names(verified, context) : []
  if (lines.length === 0) return { text: texts.verify.nothing({ code }) }
  return {
    text: [
      ...lines.slice(0, verified.length > 0 ? 1 : 0),
      ...named,
      ...lines.slice(verified.length > 0 ? 1 : 0),
    ].join('\n'),
    ...(more && { quickReplies: [texts.pending.verifyAll({ code })] }),
    notices: verified.map(({ line, word }): Notice => ({
      person: line.person,
      say: (reader) => told(line, word.minutes, { ...context, ...reader }),
    })),
  }
}

function told({ _id: entry, activity, start, claimed }: HoursEntry, minutes: number, context: Context): Said {
  const { texts } = context
  return {
    text: texts.verify.told({
      when: formatDay(start, context),
      code: activity,
      time: formatMinutes(minutes, texts),
      claimed: minutes < claimed ? formatMinutes(claimed, texts) : undefined,
      entry,
    }),
  }
}

type Spoken = { line: HoursEntry; word: { minutes: number } }

async function names(spoken: readonly Spoken[], { store, texts }: Context): Promise<string[]> {
  if (spoken.length === 0) return []
  const nameOf = tellApart(await store.people.many(spoken.map(({ line }) => line.person)))
  const parts = spoken.map(({ line, word }) =>
    texts.verify.named({
      name: nameOf(line.person),
      time: formatMinutes(word.minutes, texts),
      claimed: word.minutes < line.claimed ? formatMinutes(line.claimed, texts) : undefined,
    }),
  )
  return [parts.join(texts.verify.between)]
}

/** At most five numbers, then how many more. */
function list(entries: readonly string[]): string {
  const rest = entries.length - namedUpTo
  return entries.slice(0, namedUpTo).join(' ') + (rest > 0 ? ` +${rest}` : '')
}
