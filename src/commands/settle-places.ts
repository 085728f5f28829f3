import type { Reader } from '../chat/reply.ts'
import { statesBefore } from '../domain/signup-states.ts'
import type { Activity, Hold } from '../store/activity.ts'
import { type Signup, signupId } from '../store/signups.ts'
import { activityLine } from './activity-line.ts'
import { calledOffNotice } from './called-off-notice.ts'
import { lapseOffer } from './offer.ts'
import { payPlace } from './pay-place.ts'
import { completeOffer, type PlaceDeps, promote } from './promotion.ts'
import { releaseEverybody } from './release-everybody.ts'
import { tellGroups } from './tell-groups.ts'
import { writeSignup } from './write-signup.ts'

const minute = 60_000
/** A hold without a row that is older than this belongs to a message which will not come back, in milliseconds. */
const lostMs = 10 * minute
/** An offer that is this much over its time has lost its timer, in milliseconds. */
const overdueMs = minute
/** How long we know who gave a place back: longer than any process can sleep in the middle of giving, in milliseconds. */
const freedMs = 24 * 60 * minute
/** What is younger than this is probably still under way, in milliseconds. */
const underWayMs = minute
const batch = 50

/**
 * Finishes what messages left half done about places, and offers free ones to whoever waits. The holds of an activity
 * say what was meant, the sign-up rows what came of it. Any number of processes may run it at once.
 */
export async function settlePlaces(deps: PlaceDeps): Promise<void> {
  const { store, now } = deps
  for (const row of await store.signups.owing(batch)) await payPlace(store, row)
  const found = await store.activities.unsettled(now, batch)
  // One activity that cannot be settled must not keep the others from it.
  const results = await Promise.allSettled(found.map((activity) => settleActivity(activity, deps)))
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

async function settleActivity(activity: Activity, deps: PlaceDeps): Promise<void> {
  const { store, now } = deps
  const code = activity._id
  if (activity.moves?.length && activity.start > now) await moveTimes(activity, deps)
  const rows = new Map(
    (await store.signups.many(activity.holds.map(({ person }) => signupId(code, person)))).map((row) => [
      row.person,
      row,
    ]),
  )
  const absorbed = activity.holds.filter(
    ({ kind, token, person }) => kind === 'signup' && carries(rows.get(person), token),
  )
  if (absorbed.length > 0)
    await store.activities.dropHolds(
      code,
      absorbed.map(({ token }) => token),
    )
  const again: (number | undefined)[] = [await finishCallOff(activity, deps)]
  for (const hold of activity.holds) {
    if (absorbed.includes(hold)) continue
    const row = rows.get(hold.person)
    again.push(
      hold.kind === 'offer'
        ? await settleOfferHold({ activity, hold, row }, deps)
        : await settleSignupHold({ activity, hold, row }, deps),
    )
  }
  await tellGroups(activity, deps)
  await promote(activity, deps)
  again.push(await forgetFreed(activity, deps))
  const next = Math.min(...again.filter((at) => at !== undefined))
  await store.activities.settled(
    activity,
    Number.isFinite(next) ? new Date(Math.max(next, now.getTime())) : undefined,
  )
}

/**
 * Ends what the calling off did not reach: a sign-up that was under way, or all of them after a crash. The message that
 * called it off is left its time, since it says how many it told.
 */
async function finishCallOff(activity: Activity, deps: PlaceDeps): Promise<number | undefined> {
  if (!activity.calledOff) return undefined
  const patientUntil = activity.calledOff.at.getTime() + underWayMs
  if (patientUntil > deps.now.getTime()) return patientUntil
  const key = `${activity.calledOff?.key}/late`
  for (const person of await releaseEverybody({ activity, key }, deps))
    await deps.notify([calledOffNotice(activity, person, deps)], `called-off/${activity._id}/${person}`)
  return undefined
}

/** Moves the promises of who signed up while the time changed, or of all after a crash. */
async function moveTimes({ _id: code, start, end }: Activity, { store }: PlaceDeps): Promise<void> {
  const rows = await store.signups.ofActivity(code, ['confirmed'])
  await store.people.moveTime(
    rows.map(({ person }) => person),
    { code, start, end },
  )
}

type Half = { activity: Activity; hold: Hold; row: Signup | undefined }

const carries = (row: Signup | undefined, token: string): boolean =>
  row?.steps.some(({ hold }) => hold === token) ?? false

/** A place whose row does not carry it: of a message under way, of one that died, or taken twice by one message. */
async function settleSignupHold({ activity, hold, row }: Half, deps: PlaceDeps): Promise<number | undefined> {
  const { store, now, notify } = deps
  const code = activity._id
  const { person, key, token } = hold
  const elsewhere =
    row && (row.steps.some((step) => step.key === key) || !statesBefore('sign_up').includes(row.state))
  const lostAt = hold.at.getTime() + lostMs
  if (lostAt > now.getTime()) return lostAt
  if (!elsewhere && activity.state === 'open') {
    const step = { key, at: hold.at, by: person, hold: token }
    const written = !(await writeSignup(store, { activity: code, person, to: 'confirmed', step }))
    const say = (reader: Reader) => {
      const what = activityLine(activity, { ...deps, ...reader })
      return { text: reader.texts.signup.completed({ what }) }
    }
    if (written) await notify([{ person, say }], `completed/${token}`)
    return now.getTime()
  }
  await store.activities.abandonHold(code, token, now)
  return undefined
}

/** An offer that is not complete, not answered in time, or answered by a message that died before giving the place back. */
async function settleOfferHold({ activity, hold, row }: Half, deps: PlaceDeps): Promise<number | undefined> {
  const { store, now } = deps
  const { person, token, until = now } = hold
  const code = activity._id
  const end = row?.steps.findLast((step) => step.hold === token)?.state
  if (end && row && !(row.state === 'offered' && row.key === token)) {
    const keeps = row.state === 'arrived' || row.state === 'completed' || end === 'confirmed'
    await store.activities.settleOffer(code, token, { outcome: keeps ? 'accepted' : 'declined', at: now })
    return undefined
  }
  if (!hold.told) {
    await completeOffer(activity, hold, deps)
    return now.getTime()
  }
  const overdueAt = until.getTime() + overdueMs
  if (overdueAt > now.getTime()) return overdueAt
  await lapseOffer({ activity: code, person, token }, deps)
  return undefined
}

async function forgetFreed(activity: Activity, { store, now }: PlaceDeps): Promise<number | undefined> {
  const { freed, _id: code } = activity
  if (freed.length === 0) return undefined
  const before = new Date(now.getTime() - freedMs)
  if (freed.some(({ at }) => at < before)) {
    const owing = await store.signups.owing(batch, code)
    await store.activities.forgetFreed(
      code,
      before,
      owing.flatMap(({ owesPlace }) => owesPlace ?? []),
    )
  }
  const fresh = freed.filter(({ at }) => at >= before).map(({ at }) => at.getTime() + freedMs)
  return fresh.length > 0 ? Math.min(...fresh) : undefined
}
