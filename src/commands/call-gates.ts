import { setImmediate } from 'node:timers/promises'
import { ageOn } from '../domain/age.ts'
import { localDate } from '../domain/time/local-date.ts'
import type { Activity } from '../store/activity.ts'
import type { AudienceMember } from '../store/people.ts'
import type { AudienceContext } from './audience.ts'

const dayMs = 24 * 3600_000

/** Births that are opened at once, without holding up everything else. */
const atOnce = 250

/** Whom a call to an activity leaves out, by reason: read in bulk, whatever the number of people. */
export type CallGates = { unavailable: string[]; tooYoung: string[]; overCap: readonly string[] }

/**
 * Who cannot come (excused, said no, or promised something else at that time), who is known to be too young for it,
 * and who got as many calls in seven days as a person gets.
 */
export async function callGates(
  activity: Activity,
  members: readonly AudienceMember[],
  context: AudienceContext,
): Promise<CallGates> {
  const { store, rules, now } = context
  const { _id: code } = activity
  const [excused, declined, calls] = await Promise.all([
    store.signups.ofActivity(code, ['excused']),
    store.prompts.declined(code),
    store.broadcasts.callsSince(new Date(now.getTime() - 7 * dayMs)),
  ])
  const busy = members.filter(({ promised }) =>
    promised.some((one) => one.code !== code && one.start < activity.end && activity.start < one.end),
  )
  return {
    unavailable: [...excused.map(({ person }) => person), ...declined, ...busy.map(({ _id }) => _id)],
    tooYoung: await tooYoung(activity, members, context),
    overCap: calls.length < rules.callsAWeek ? [] : await store.outbox.calledOften(calls, rules.callsAWeek),
  }
}

async function tooYoung(
  { start, minAge = 0, dangerous }: Activity,
  members: readonly AudienceMember[],
  { store, rules, zone }: AudienceContext,
): Promise<string[]> {
  const minimum = Math.max(minAge, dangerous ? rules.adultAge : 0)
  if (minimum === 0) return []
  const day = localDate(start.getTime(), zone)
  const young: string[] = []
  for (const [i, { _id, birth }] of members.entries()) {
    if (birth && ageOn(store.seal.open(birth), day) < minimum) young.push(_id)
    if (i % atOnce === atOnce - 1) await setImmediate()
  }
  return young
}
