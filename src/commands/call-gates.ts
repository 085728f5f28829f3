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
export type CallGates = {
  unavailable: string[]
  tooYoung: string[]
  unguarded: string[]
  overCap: readonly string[]
}

/**
 * Who cannot come (excused, said no, or promised something else at that time), who is known to be too young for it
 * or a child for whom no guardian has consented, and who got as many calls in seven days as a person gets.
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
  const busy = members.filter(({ gates }) =>
    gates?.promised.some((one) => one.code !== code && one.start < activity.end && activity.start < one.end),
  )
  return {
    unavailable: [...excused.map(({ person }) => person), ...declined, ...busy.map(({ _id }) => _id)],
    ...(await byAge(activity, members, context)),
    overCap: calls.length < rules.callsAWeek ? [] : await store.outbox.calledOften(calls, rules.callsAWeek),
  }
}

/** Age counts on the day of the activity, as at the sign-up (signup-gates.ts); an unknown birth is asked there. */
async function byAge(
  { start, minAge = 0, dangerous }: Activity,
  members: readonly AudienceMember[],
  { store, rules, zone }: AudienceContext,
): Promise<Pick<CallGates, 'tooYoung' | 'unguarded'>> {
  const minimum = Math.max(minAge, dangerous ? rules.adultAge : 0)
  const day = localDate(start.getTime(), zone)
  const found = { tooYoung: new Array<string>(), unguarded: new Array<string>() }
  for (const [i, { _id, gates }] of members.entries()) {
    const age = gates?.birth === undefined ? Infinity : ageOn(store.seal.open(gates.birth), day)
    if (age < minimum) found.tooYoung.push(_id)
    else if (age < rules.consentAge && !gates?.guarded) found.unguarded.push(_id)
    if (i % atOnce === atOnce - 1) await setImmediate()
  }
  return found
}
