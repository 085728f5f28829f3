import type { Reply } from '../../chat/reply.ts'
import { inboundSchema, keyOf, type InboundMessage, senderKey } from '../../chat/message.ts'
import { formatClock, formatDay } from '../../locale/format.ts'
import type { DeadLetter } from '../../store/dead-letters.ts'
import type { OutboxRow } from '../../store/outbox.ts'
import type { Context } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { notForThem } from './settle.ts'
import type { UnsettledKind } from './take-kind.ts'

/** Lines of a list: what stands behind them comes up once these are settled. */
const mostLines = 10
/** Characters of a message that stand in a list. */
const excerpt = 20

/** 状态 不明, 状态 没处理: what waits for an admin's word, opened for them alone. */
export async function listUnsettled(kind: UnsettledKind, context: Context): Promise<Reply> {
  const refused = notForThem(context)
  if (refused) return refused
  const { store, texts } = context
  const of = kind === 'unknown' ? store.unknownRows : store.deadLetters
  const count = await of.count()
  if (count === 0) return { text: texts.unsettled.none[kind] }
  const lines =
    kind === 'unknown'
      ? (await store.unknownRows.list(mostLines)).map((row) => sayRow(row, context))
      : (await store.deadLetters.list(mostLines)).map((letter) => sayLetter(letter, context))
  const text = [
    texts.unsettled.header[kind]({ count }),
    ...(await Promise.all(lines)),
    texts.unsettled.footer[kind],
  ].join('\n')
  return inPrivate(text, context)
}

const when = (at: Date, context: Context) => `${formatDay(at, context)} ${formatClock(at, context.zone)}`

const firstWords = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > excerpt ? `${line.slice(0, excerpt)}…` : line
}

async function sayRow(row: OutboxRow & { text: string }, context: Context): Promise<string> {
  const { store, texts } = context
  const { platform, account, to } = row
  const chat = keyOf(platform, account, to.id)
  const room = to.kind === 'room' ? await store.rooms.find(chat) : undefined
  const who =
    to.kind === 'room'
      ? texts.unsettled.room({ name: room?.name || to.id })
      : ((await store.identities.find(chat))?.person ?? texts.unsettled.stranger({ platform }))
  return texts.unsettled.unknownLine({
    code: row.code ?? '',
    who,
    when: when(row.createdAt, context),
    words: firstWords(row.text),
  })
}

async function sayLetter(letter: DeadLetter & { payload: string }, context: Context): Promise<string> {
  const { store, texts } = context
  const message = read(letter.payload, context)
  const who = message && (await store.identities.find(senderKey(message)))?.person
  return texts.unsettled.deadLine({
    code: letter.code,
    when: when(letter.at, context),
    what: message
      ? texts.unsettled.said({
          who: who ?? texts.unsettled.stranger(message),
          words: firstWords(message.text),
        })
      : texts.unsettled.job({ queue: letter.queue }),
    reason: letter.reason,
  })
}

/** A letter of somebody's words; a job of ours, or one that no key opens, is none. */
function read(payload: string, { store }: Context): InboundMessage | undefined {
  try {
    return inboundSchema.parse(JSON.parse(store.seal.open(payload)))
  } catch {
    return undefined
  }
}
