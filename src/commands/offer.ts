import type { Reader, Reply } from '../chat/reply.ts'
import type { Prompt } from '../store/prompts.ts'
import type { Timer } from '../store/timers.ts'
import { acceptOffer, declineOffer, type OfferEnd } from './accept-offer.ts'
import { actorOf } from './actor.ts'
import { activityLine } from './activity-line.ts'
import type { Context } from './command.ts'
import { type PlaceDeps, promote } from './promotion.ts'

/** The answer of the person a place was offered to: `yes` takes it, `no` passes it on to the next. */
export async function answerOffer(prompt: Prompt, answer: 'yes' | 'no', context: Context): Promise<Reply> {
  const { store, texts, key, now } = context
  const code = prompt.activity
  const [activity, row] = await Promise.all([context.activity(code), store.signups.find(code, prompt.person)])
  const said = { key, at: now, by: actorOf(context) }
  const mine = activity && row && (await store.prompts.answer(prompt, key, answer))
  if (!mine) return { text: texts.offer.gone({ code }) }
  const end =
    answer === 'yes'
      ? await acceptOffer(store, { activity, row, ...said })
      : await declineOffer(store, { activity, row, ...said })
  return sayOfferEnd(
    end,
    { code, what: activityLine(activity, context), place: activity.meetAt ?? activity.place },
    context,
  )
}

function sayOfferEnd(
  end: OfferEnd,
  about: { code: string; what: string; place: string },
  { texts }: Context,
): Reply {
  const { code } = about
  switch (end.kind) {
    case 'confirmed':
      return { text: texts.offer.accepted(about) }
    case 'declined':
      return { text: texts.offer.declined({ code }) }
    case 'collides':
      return { text: texts.offer.collides({ code, other: end.code }) }
    case 'gone':
      return { text: texts.offer.gone({ code }) }
  }
}

/** An offer nobody answered in time: the place goes to the next, and the person is told. May be run again. */
export async function expireOffer(timer: Timer, deps: PlaceDeps): Promise<void> {
  const { activity = '', person = '', token = '' } = timer.data
  await lapseOffer({ activity, person, token }, deps)
}

/** The same for whoever finds the offer overdue. The row decides when an answer comes at that moment. */
export async function lapseOffer(
  offer: { activity: string; person: string; token: string },
  deps: PlaceDeps,
): Promise<void> {
  const { store, now } = deps
  const { token } = offer
  const key = `lapsed/${token}`
  const lapsed = await store.signups.move(offer, {
    from: ['offered'],
    expect: token,
    to: 'declined',
    step: { key, at: now, by: 'system', hold: token },
  })
  if (!lapsed) return
  await store.activities.settleOffer(offer.activity, token, { outcome: 'declined', at: now })
  const { person, activity: code } = offer
  const say = ({ texts }: Reader) => ({ text: texts.offer.lapsed({ code }) })
  await deps.notify([{ person, say }], key)
  const activity = await store.activities.find(code)
  if (activity) await promote(activity, deps)
}
