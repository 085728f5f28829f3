import type { HoursEntry } from '../../src/store/hours.ts'
import type { Store } from '../../src/store/index.ts'
import { demoMark } from './mark.ts'

const demo = { demo: true }

/** Takes the demo out and keeps it out. What real people did with it (sign-ups, hours) goes with its activities. */
export async function removeDemo(store: Store, now: Date): Promise<void> {
  await store.marks.setOnce(demoMark, { key: 'removed', at: now })
  await removeDemoRows(store)
}

/** Names that fit into one question to the database. */
const batch = 2_000

/**
 * All rows of the demo, and what real rows hold of them. May be run again after a crash: the people, activities and
 * teams that the rest is found by go last. What is marked itself goes in one stroke, however much there is.
 */
export async function removeDemoRows(store: Store): Promise<void> {
  const { activities, signups, hours, prompts, timers, people, days, teams, tallies, registrations } = store
  const { certificates, files } = store
  await tallies.invalidate(await hours.model.distinct('date', demo))
  for (const { model } of [hours, signups, days]) await model.collection.deleteMany(demo)

  const codes = await activities.model.distinct('_id', demo)
  const numbers = await people.model.distinct('_id', demo)
  for (const some of batches(codes)) {
    await removeOthers(store, { activity: { $in: some } })
    await prompts.model.deleteMany({ activity: { $in: some } })
    await timers.model.deleteMany({ 'data.activity': { $in: some } })
    await people.model.updateMany(
      { 'commitments.code': { $in: some } },
      { $pull: { commitments: { code: { $in: some } } } },
    )
    await activities.model.deleteMany({ _id: { $in: some } })
  }
  for (const some of batches(numbers)) {
    await freeRealPlaces(store, some)
    await removeOthers(store, { person: { $in: some } })
    for (const { model } of [prompts, certificates, files])
      await model.collection.deleteMany({ person: { $in: some } })
    await people.model.deleteMany({ _id: { $in: some } })
  }
  await registrations.invalidate()

  const kept = await namesInUse(store)
  await teams.model.updateMany({ ...demo, _id: { $in: kept } }, { $unset: { demo: 1 } })
  await teams.model.deleteMany(demo)
}

/** Sign-ups and hours between real people and the demo, and what the guards hold of those hours. */
async function removeOthers(
  { hours, days, signups, tallies }: Store,
  of: { activity: { $in: string[] } } | { person: { $in: string[] } },
): Promise<void> {
  const lines = await hours.model.find(of, { date: 1 }).lean<Pick<HoursEntry, '_id' | 'date'>[]>()
  if (lines.length > 0) {
    const entries = lines.map(({ _id }) => _id)
    await days.model.updateMany(
      { 'parts.entry': { $in: entries } },
      { $pull: { parts: { entry: { $in: entries } } } },
    )
    await hours.model.deleteMany({ _id: { $in: entries } })
    await tallies.invalidate(lines.map(({ date }) => date))
  }
  await signups.model.deleteMany(of)
}

function* batches(names: readonly string[]): Generator<string[]> {
  for (let from = 0; from < names.length; from += batch) yield names.slice(from, from + batch)
}

/** People of the demo whom somebody signed up for a real activity give their places back. */
async function freeRealPlaces({ activities, signups }: Store, numbers: readonly string[]): Promise<void> {
  const rows = await signups.model.find({ person: { $in: numbers } }).lean()
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
