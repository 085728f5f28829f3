import type { Broadcast } from '../store/broadcasts.ts'
import type { AudienceItem, AudienceWords } from './parse/audience-words.ts'
import type { Audience } from './audience.ts'
import type { Context } from './command.ts'

type Said = Pick<Context, 'texts'>

/** `南园队、#法律援助，除 华强队`. */
export function sayWords({ wanted, without }: AudienceWords, { texts }: Said): string {
  const list = (items: readonly AudienceItem[]) =>
    items.map((item) => sayItem(item, { texts })).join(texts.audience.between)
  return without.length > 0
    ? texts.audience.except({ wanted: list(wanted), without: list(without) })
    : list(wanted)
}

function sayItem(item: AudienceItem, { texts }: Said): string {
  if (item.kind === 'everyone') return texts.common.everywhere
  if (item.kind === 'unanswered') return texts.audience.unanswered
  if (item.kind === 'activity') return texts.audience.ofActivity[item.who]({ code: item.name })
  return item.kind === 'skill' ? `#${item.name}` : item.name
}

/** `2 个群、私信 12 人`. */
export function sayReach({ rooms, people }: Pick<Broadcast, 'rooms' | 'people'>, { texts }: Said): string {
  return [rooms > 0 && texts.audience.rooms({ rooms }), people > 0 && texts.audience.people({ people })]
    .filter(Boolean)
    .join(texts.audience.between)
}

/** Who gets no message of their own, and why: a line for each half, none for nobody. */
export function sayLeftOut({ leftOut }: Pick<Audience, 'leftOut'>, { texts }: Said): string[] {
  const inRoom = leftOut.find(({ reason }) => reason === 'inRoom')?.count ?? 0
  const others = leftOut.flatMap(({ reason, count }) =>
    reason === 'inRoom' || count === 0 ? [] : [texts.audience.leftOut[reason]({ count })],
  )
  return [
    ...(inRoom > 0 ? [texts.audience.inRoom({ count: inRoom })] : []),
    ...(others.length > 0 ? [texts.audience.without({ parts: others.join(texts.audience.between) })] : []),
  ]
}
