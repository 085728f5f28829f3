import { type Locale, type Texts, textsFor } from '../locale/index.ts'
import type { Store } from '../store/index.ts'
import type { NewOutboxRow } from '../store/outbox.ts'
import { outboxRows, type TextLimits } from './outgoing.ts'

/** Something to be told to one person in their own language, once per key. */
export type Telling = {
  key: string
  person: string
  say: (texts: Texts) => { text: string; quickReplies?: string[] }
}

/** Tells many people at once and gives those who can be reached. After `giveUpAt` it is not worth saying any more. */
export type Tell = (tellings: readonly Telling[], giveUpAt: Date) => Promise<ReadonlySet<string>>

/** Makes the outbox rows of many tellings with one look-up; people without an identity are left out. */
export async function tellingRows(
  tellings: readonly Telling[],
  to: { store: Store; limits: TextLimits; locale: Locale; at: Date; giveUpAt: Date },
): Promise<NewOutboxRow[]> {
  const { store, limits, locale, at, giveUpAt } = to
  const identities = await store.identities.latestOf(tellings.map(({ person }) => person))
  return tellings.flatMap(({ key, person, say }) => {
    const identity = identities.get(person)
    if (!identity) return []
    const { platform, account, user } = identity
    const said = say(textsFor(identity.locale ?? locale))
    const draft = { platform, account, to: { kind: 'person' as const, id: user }, person, ...said }
    return outboxRows(key, [draft], at, limits).map((row) => ({ ...row, giveUpAt }))
  })
}
