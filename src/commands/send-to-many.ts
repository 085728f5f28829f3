import { planBroadcast } from '../../workers/plan-broadcast/job.ts'
import type { Reply } from '../chat/reply.ts'
import type { Broadcast, BroadcastHead } from '../store/broadcasts.ts'
import type { Audience } from './audience.ts'
import type { Context } from './command.ts'
import { sayLeftOut, sayReach, sayWords } from './say-audience.ts'

/** What is to be said to many. */
export type Draft = Pick<Broadcast, 'kind' | 'activity' | 'text' | 'quickReplies'> & { audience: Audience }

/** Shows who would hear what, and asks. In a room the words themselves go to the asker alone, to keep it short. */
export function previewDraft(draft: Draft, args: Record<string, unknown>, { texts, place }: Context): Reply {
  const { audience, text } = draft
  const who = sayWords(audience.words, { texts })
  const leftOut = sayLeftOut(audience, { texts })
  if (audience.targets.length === 0) return { text: [texts.audience.nobody({ who }), ...leftOut].join('\n') }
  const head = [texts.audience.preview({ who, reach: sayReach(audience, { texts }) }), ...leftOut]
  const question = { field: 'confirm', args }
  const quickReplies = [texts.common.yes, texts.common.no]
  return place.kind === 'room'
    ? { text: [...head, texts.audience.confirm].join('\n'), private: text, quickReplies, question }
    : {
        text: [...head, texts.audience.words, text, texts.audience.confirm].join('\n'),
        quickReplies,
        question,
      }
}

/**
 * Freezes the draft as a broadcast of this message and has its plan made. A message that runs twice makes one: the
 * store takes one broadcast for a key.
 */
export async function sendDraft({ audience, ...draft }: Draft, context: Context): Promise<Reply> {
  const { store, texts, key, now, asker } = context
  const { words, ...resolved } = audience
  const broadcast: Broadcast = {
    ...draft,
    ...resolved,
    _id: await store.counters.next('broadcast'),
    audience: sayWords(words, { texts }),
    cursor: 0,
    state: 'planning',
    by: asker.person?._id ?? asker.identity,
    at: now,
    key,
  }
  const first = await store.broadcasts.add(broadcast)
  const made = first ? broadcast : await store.broadcasts.madeBy(key)
  return made ? begun(made, context) : { text: texts.common.failed }
}

/** The answer to 是. Said again after a crash, it also sees to it that the plan is made. */
export async function begun(
  { _id: code, state, rooms, people }: Omit<BroadcastHead, 'text'>,
  { texts, enqueue }: Context,
): Promise<Reply> {
  if (state === 'planning') await enqueue(planBroadcast, { code }, { id: code })
  return {
    text: texts.audience.begun({ code, reach: sayReach({ rooms, people }, { texts }) }),
    quickReplies: [texts.audience.seeStatus({ code })],
  }
}
