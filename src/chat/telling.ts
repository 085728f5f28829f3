import { type Locale, textsFor } from '../locale/index.ts'
import type { IsOn } from '../store/identities.ts'
import type { Store } from '../store/index.ts'
import type { NewOutboxRow } from '../store/outbox.ts'
import { type Draft, outboxRows, type TextLimits } from './outgoing.ts'
import { type Reached, reachOf } from './reach.ts'
import type { Notice } from './reply.ts'

/** Something to be told to one person in their own language, once per key. */
export type Telling = Notice & { key: string }

/** Tells many people at once and gives those who can be reached. After `giveUpAt` it is not worth saying any more. */
export type Tell = (tellings: readonly Telling[], giveUpAt: Date) => Promise<ReadonlySet<string>>

/** Makes the outbox rows of many tellings with one look-up; people without an identity are left out. */
export async function tellingRows(
  tellings: readonly Telling[],
  to: { store: Store; isOn: IsOn; limits: TextLimits; locale: Locale; at: Date; giveUpAt: Date },
): Promise<NewOutboxRow[]> {
  const { limits, at, giveUpAt } = to
  const draftOf = await reach(tellings, to)
  return tellings.flatMap((telling) =>
    outboxRows(telling.key, draftOf(telling), at, limits).map((row) => ({ ...row, giveUpAt })),
  )
}

/** What notices become with one look-up; people without an identity are left out. */
export async function noticeDrafts(
  notices: readonly Notice[],
  to: { store: Store; isOn: IsOn; locale: Locale },
): Promise<Draft[]> {
  return notices.length === 0 ? [] : notices.flatMap(await reach(notices, to))
}

/** Finds the chat in which each person is reached, of those that are on, or the one that is meant, and speaks its language. */
async function reach(
  notices: readonly Notice[],
  { store, isOn, locale: usual }: { store: Store; isOn: IsOn; locale: Locale },
): Promise<(notice: Notice) => Draft[]> {
  const chats = notices.flatMap(({ chat }) => chat ?? [])
  const people = notices.filter(({ chat }) => !chat).map(({ person }) => person)
  const [reached, meant] = await Promise.all([
    reachOf(people, store, isOn),
    chats.length > 0 ? store.identities.many(chats) : [],
  ])
  return ({ person, chat, say }) => {
    const known = meant.find(({ _id }) => _id === chat)
    const { identity, name }: Partial<Reached> = chat
      ? { ...(known && { identity: known }) }
      : (reached.get(person) ?? {})
    if (!identity || identity.blocked || identity.silent) return []
    const { platform, account, user, locale = usual } = identity
    const texts = textsFor(locale)
    const said = say({ texts, locale })
    const text = name === undefined ? said.text : texts.common.about({ name, text: said.text })
    return [{ platform, account, to: { kind: 'person', id: user }, ...(!chat && { person }), ...said, text }]
  }
}
