import { localDate } from '../../src/domain/time/local-date.ts'
import type { Store } from '../../src/store/index.ts'
import { createCalling, districtActivity, type Happened } from './activities.ts'
import { bulkWriter } from './bulk.ts'
import type { DistrictTeam } from './names.ts'
import type { Cast } from './people.ts'
import type { Random } from './random.ts'
import { hoursOf, signupsOf } from './rows.ts'

const dayMs = 86_400_000
/** Codes of activities reserved in one go. */
const codesAtOnce = 500
/** Days looked on for somebody who is free. */
const patienceDays = 60

/** What activities are made from. */
export type Ground = { now: number; zone: string; random: Random; teams: readonly DistrictTeam[]; cast: Cast }

/** Eleven years day by day: activities, who came, their hours and the guards of their days. */
export async function seedPast(
  store: Store,
  ground: Ground & { attendances: number; begin: number },
): Promise<string> {
  const { attendances, begin, now, zone, random, teams, cast } = ground
  const call = createCalling(cast)
  const rows = {
    activities: bulkWriter(store.activities.model),
    signups: bulkWriter(store.signups.model),
    hours: bulkWriter(store.hours.model),
    days: bulkWriter(store.days.model),
  }
  const firstLine = await store.counters.take('hours', attendances)
  let firstCode = 0
  let done = 0
  // A day later each time that nobody is free: in a small district everybody may be out.
  let late = 0
  for (let n = 0; done < attendances && late < patienceDays; n++) {
    const size = Math.min(5 + random.below(16), attendances - done)
    // Evenly over the years, up to yesterday; the last ones wait for a social worker.
    const evenly = begin + ((done + size / 2) / attendances) * (now - dayMs - begin)
    const at = Math.min(evenly + late * dayMs, now - dayMs)
    const team = random.pick(teams)
    if (n % codesAtOnce === 0) firstCode = await store.counters.take('activity', codesAtOnce)
    const code = store.counters.format('activity', firstCode + (n % codesAtOnce))
    const activity = districtActivity({ code, team, at, key: `demo:district:activity:${n}` }, cast, {
      random,
      zone,
      now,
    })
    const date = localDate(activity.start.getTime(), zone)
    const people = call(team.name, { count: size + random.below(3), date, at }, random)
    const happened = happenedAt(activity, { people, size, random })
    const { came } = happened
    late = came.length === 0 ? late + 1 : 0
    if (came.length === 0) continue
    const ids = came.map((_, i) => store.counters.format('hours', firstLine + done + i))
    const { lines, days } = hoursOf(happened, ids, { zone, now })
    await rows.activities.add(happened.activity)
    await rows.signups.add(...signupsOf(happened))
    await rows.hours.add(...lines)
    await rows.days.add(...days)
    done += came.length
  }
  for (const writer of Object.values(rows)) await writer.flush()
  return `${rows.hours.written()} at ${rows.activities.written()} activities`
}

function happenedAt(
  activity: Happened['activity'],
  { people, size, random }: { people: readonly string[]; size: number; random: Random },
): Happened {
  const came = people.slice(0, size)
  const away = people.slice(size)
  const excused = away.slice(0, random.below(away.length + 1))
  const missed = away.slice(excused.length)
  const { key, end, responsible } = activity
  const served = came.length * (1 + random.below(4))
  // Every fourth was never closed, as happens.
  const isClosed = random.below(4) > 0
  return {
    activity: {
      ...activity,
      places: people.length + random.below(4),
      taken: came.length,
      state: isClosed ? 'closed' : 'open',
      ...(isClosed && { served, edits: [{ key, at: end, by: responsible, field: 'served', to: served }] }),
      turnout: { came: came.length, missed: missed.length, excused: excused.length, stamp: 'demo' },
    },
    came,
    missed,
    excused,
    verifiedAt: new Date(end.getTime() + (1 + random.below(9)) * dayMs),
  }
}
