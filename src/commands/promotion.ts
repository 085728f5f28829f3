import { randomUUID } from 'node:crypto'
import type { Notice } from '../chat/reply.ts'
import type { Rules } from '../rules.ts'
import { formatClock, formatDay } from '../locale/format.ts'
import type { Activity, Hold } from '../store/activity.ts'
import type { Store } from '../store/index.ts'
import { promptId } from '../store/prompts.ts'
import { activityLine } from './activity-line.ts'
import { tellGroups } from './tell-groups.ts'
import { writeSignup } from './write-signup.ts'

/** What keeping places in order needs outside of a message. `notify` says something once per key. */
export type PlaceDeps = {
  store: Store
  zone: string
  now: Date
  rules: Rules
  notify: (notices: Notice[], key: string) => Promise<void>
}

const minute = 60_000

/**
 * Until when an offer made now may be answered. Near the start it takes at most a quarter of the time left, so that
 * others get their turn.
 */
export function offerUntil(
  start: Date,
  now: Date,
  { offerMinutes, shortestOfferMinutes }: Pick<Rules, 'offerMinutes' | 'shortestOfferMinutes'>,
): Date {
  const quarter = Math.floor((start.getTime() - now.getTime()) / 4)
  return new Date(
    now.getTime() + Math.max(shortestOfferMinutes * minute, Math.min(offerMinutes * minute, quarter)),
  )
}

/**
 * The convergent step: as long as a place is free and somebody waits, the first in the list is offered it;
 * a group gets it at once. Any number of processes may run it at once.
 */
export async function promote(
  activity: Pick<Activity, '_id' | 'start' | 'groups'>,
  deps: PlaceDeps,
): Promise<void> {
  const { store, now, rules } = deps
  const until = offerUntil(activity.start, now, rules)
  for (;;) {
    const grown = activity.groups?.length && (await store.activities.growGroup(activity._id, now))
    if (grown) {
      await tellGroups(grown, deps)
      continue
    }
    const next = await store.activities.offerNext(activity._id, { token: randomUUID(), at: now, until })
    if (!next) return
    await completeOffer(next.activity, next.hold, deps)
  }
}

/**
 * Everything an offer is besides its hold: the row, the prompt that can be answered, the timer, the notice. May be
 * run again after a crash. Somebody who is not waiting any more is passed over and the place given back.
 */
export async function completeOffer(activity: Activity, hold: Hold, deps: PlaceDeps): Promise<void> {
  const { store, now } = deps
  const { person, token, until = now } = hold
  const code = activity._id
  const offer = () =>
    store.signups.move(
      { activity: code, person },
      {
        from: ['waiting'],
        expect: hold.key,
        to: 'offered',
        step: { key: token, at: hold.at, by: 'system', hold: token },
      },
    )
  if (!(await offer())) {
    // The message that joined the list may have died before it wrote the row.
    const step = { key: hold.key, at: hold.at, by: person, position: 1 }
    await writeSignup(store, { activity: code, person, to: 'waiting', step })
    if (!(await offer())) {
      await store.activities.settleOffer(code, token, { outcome: 'declined', at: now })
      return
    }
  }
  const _id = promptId('offer', code, person)
  await store.prompts.set({ _id, kind: 'offer', person, activity: code, token, until })
  await store.timers.set({
    kind: 'offer-expires',
    subject: `${code}:${person}`,
    due: until,
    data: { activity: code, person, token },
  })
  await deps.notify([offerNotice(activity, { person, until }, deps)], `offer/${token}`)
  await store.activities.told(code, token)
}

function offerNotice(
  activity: Activity,
  { person, until }: { person: string; until: Date },
  { zone, now }: PlaceDeps,
): Notice {
  const clock = formatClock(until, zone)
  return {
    person,
    say: ({ texts }) => {
      const [today, day] = [formatDay(now, { zone, texts }), formatDay(until, { zone, texts })]
      const what = activityLine(activity, { zone, texts, now })
      const place = activity.meetAt ?? activity.place
      return {
        text: texts.offer.made({ what, place, until: day === today ? clock : `${day} ${clock}` }),
        quickReplies: ['1', '2'],
      }
    },
  }
}
