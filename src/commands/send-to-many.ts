import { planBroadcast } from '../../workers/plan-broadcast/job.ts'
import type { Reply } from '../chat/reply.ts'
import type { Broadcast, NewBroadcast } from '../store/broadcasts.ts'
import { type Forecast, forecast, loadOf } from './forecast.ts'
import { askApproval } from './ask-approval.ts'
import type { Audience } from './audience.ts'
import type { Context } from './command.ts'
import { sayLeftOut, sayReach, sayWords } from './say-audience.ts'
import { sayMoment } from './schedule-args.ts'
import { scheduleBroadcast } from './schedule-broadcast.ts'

/** What is to be said to many, now or `at` a moment in milliseconds. `said` is the audience as it was typed. */
export type Draft = Pick<Broadcast, 'kind' | 'activity' | 'text' | 'quickReplies' | 'said' | 'urgent'> & {
  audience: Audience
  at?: number | undefined
}

/** Shows who would hear what, and asks. In a room the words themselves go to the asker alone, to keep it short. */
export async function previewDraft(
  draft: Draft,
  args: Record<string, unknown>,
  context: Context,
): Promise<Reply> {
  const { texts, place, rules, now } = context
  const { audience, text, at } = draft
  const who = sayWords(audience.words, { texts })
  const leftOut = sayLeftOut(audience, { texts })
  if (audience.targets.length === 0) return { text: [texts.audience.nobody({ who }), ...leftOut].join('\n') }
  const foreseen = await forecast(
    {
      accounts: loadOf(audience.targets),
      from: at ?? now.getTime(),
      urgent: draft.urgent ?? false,
      unwritten: true,
    },
    context,
  )
  const head = [
    ...(at === undefined ? [] : [texts.schedule.preview({ when: sayMoment(at, context) })]),
    texts.audience.preview({ who, reach: sayReach(audience, { texts }) }),
    ...leftOut,
    ...sayForecast(foreseen, draft, context),
    ...(audience.rooms > rules.approvalRooms ? [texts.approval.before({ most: rules.approvalRooms })] : []),
  ]
  const confirm = at === undefined ? texts.audience.confirm : texts.schedule.confirm
  const question = { field: 'confirm', args }
  const quickReplies = [texts.common.yes, texts.common.no]
  return place.kind === 'room'
    ? { text: [...head, confirm].join('\n'), private: text, quickReplies, question }
    : { text: [...head, texts.audience.words, text, confirm].join('\n'), quickReplies, question }
}

/** How long it takes and when all have it; whether quiet hours hold it, or are disturbed. */
function sayForecast({ seconds, heldUntil, done }: Forecast, { urgent }: Draft, context: Context): string[] {
  const { forecast: say } = context.texts
  const end = sayMoment(done, context)
  const { quietFrom: from, quietUntil: until } = context.rules
  return [
    ...(urgent ? [say.urgent({ from, until })] : []),
    ...(heldUntil === undefined ? [] : [say.held({ from, until, when: sayMoment(heldUntil, context) })]),
    say.takes({ minutes: Math.ceil(seconds / 60), end }),
  ]
}

/**
 * Freezes the draft as a broadcast of this message and has its plan made; of one that goes out later, or waits for a
 * second social worker, only the words, so that who joins or opts out until then counts. A message that runs twice makes one: the store takes one for a key.
 */
export async function sendDraft({ audience, at, ...draft }: Draft, context: Context): Promise<Reply> {
  const { store, texts, key, now, asker, locale, rules } = context
  const { words, targets, ...resolved } = audience
  const later = at !== undefined
  const asked = audience.rooms > rules.approvalRooms
  const broadcast: NewBroadcast = {
    ...draft,
    ...resolved,
    _id: await store.counters.next('broadcast'),
    audience: sayWords(words, { texts }),
    targets: later || asked ? [] : targets,
    cursor: 0,
    state: asked ? 'asked' : later ? 'scheduled' : 'planning',
    locale,
    by: asker.person?._id ?? asker.identity,
    at: now,
    ...(later && { dueAt: new Date(at) }),
    key,
  }
  const first = await store.broadcasts.add(broadcast)
  const made = first ? broadcast : await store.broadcasts.madeBy(key)
  return made ? begun(made, context) : { text: texts.common.failed }
}

/** The answer to 是. Said again after a crash, it also sees to it that the plan is made. */
export async function begun(broadcast: Broadcast, context: Context): Promise<Reply> {
  const { texts, enqueue } = context
  const { _id: code, state, rooms, people, dueAt: due } = broadcast
  if (state === 'asked') return askApproval(broadcast, context)
  const reach = sayReach({ rooms, people }, { texts })
  if (due) {
    if (state === 'scheduled') await scheduleBroadcast(broadcast, context)
    return { text: texts.schedule.set({ code, when: sayMoment(due, context), reach }) }
  }
  if (state === 'planning') await enqueue(planBroadcast, { code }, { id: code })
  return {
    text: texts.audience.begun({ code, reach }),
    quickReplies: [texts.audience.seeStatus({ code })],
  }
}
