import type { Store } from '../../src/store/index.ts'
import { demoMark } from './mark.ts'

const demo = { demo: true }

/** Takes the demo out and keeps it out. What real people did with it (sign-ups, hours) goes with its activities. */
export async function removeDemo(store: Store, now: Date): Promise<void> {
  await store.marks.setOnce(demoMark, { key: 'removed', at: now })
  await removeDemoRows(store)
}

/** All rows of the demo, and what real rows hold of them. May be run again after a crash: the marked rows go last. */
export async function removeDemoRows(store: Store): Promise<void> {
  const { activities, signups, hours, prompts, timers, people, days, teams } = store
  const codes = await activities.model.distinct('_id', demo)
  const numbers = await people.model.distinct('_id', demo)
  const ofDemo = { $or: [{ activity: { $in: codes } }, { person: { $in: numbers } }] }

  const lines = await hours.model.distinct('_id', ofDemo)
  await days.model.updateMany(
    { 'parts.entry': { $in: lines } },
    { $pull: { parts: { entry: { $in: lines } } } },
  )
  const dates = await hours.model.distinct('date', ofDemo)
  await hours.model.deleteMany(ofDemo)
  await store.tallies.invalidate(dates)
  await freeRealPlaces(store, { codes, numbers })
  await signups.model.deleteMany(ofDemo)
  await prompts.model.deleteMany(ofDemo)
  await timers.model.deleteMany({ 'data.activity': { $in: codes } })
  await people.model.updateMany(
    { 'commitments.code': { $in: codes } },
    { $pull: { commitments: { code: { $in: codes } } } },
  )
  await activities.model.deleteMany(demo)
  await people.model.deleteMany(demo)
  await store.registrations.invalidate()

  const kept = await namesInUse(store)
  await teams.model.updateMany({ ...demo, _id: { $in: kept } }, { $unset: { demo: 1 } })
  await teams.model.deleteMany(demo)
}

/** People of the demo whom somebody signed up for a real activity give their places back. */
async function freeRealPlaces(
  { activities, signups }: Store,
  { codes, numbers }: { codes: readonly string[]; numbers: readonly string[] },
): Promise<void> {
  const rows = await signups.model.find({ person: { $in: numbers }, activity: { $nin: codes } }).lean()
  for (const { _id, activity, person, state, key } of rows) {
    const at = new Date()
    if (state === 'waiting') await activities.leaveWaiting(activity, { person, key })
    if (state === 'offered') await activities.settleOffer(activity, key, { outcome: 'declined', at })
    if (state === 'confirmed')
      await activities.freePlace(activity, { key: `demo:${_id}`, at, token: undefined })
  }
}

/** Teams and stations that real people, rooms and activities have come to use stay, as ordinary ones. */
async function namesInUse({ people, rooms, activities, teams }: Store): Promise<string[]> {
  const used = [
    ...(await people.model.distinct('grants.scope.name')),
    ...(await rooms.model.distinct('team')),
    ...(await activities.model.distinct('team')),
    ...(await activities.model.distinct('station')),
    ...(await teams.model.distinct('station', { demo: { $ne: true } })),
  ].filter((name): name is string => typeof name === 'string')
  const above = await teams.model.distinct('station', { _id: { $in: used } })
  return [...used, ...above.filter((name): name is string => typeof name === 'string')]
}
