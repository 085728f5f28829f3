import type { Connection } from 'mongoose'
import type { Activity } from './activity.ts'
import type { Handover, Led } from './handovers.ts'
import type { Pairing } from './pairings.ts'
import type { Report } from './reports.ts'

/** How much one social worker leads: activities not over, volunteers paired with, reports not answered. */
export type Load = { activities: number; volunteers: number; reports: number }

/** Who leads what: questions over several collections at once. */
export function linkage(connection: Connection) {
  const activities = () => connection.db!.collection<Activity>('activities')
  const pairings = () => connection.db!.collection<Pairing>('pairings')
  const reports = () => connection.db!.collection<Report>('reports')
  const ahead = (now: Date) => ({ state: 'open' as const, end: { $gt: now } })
  return {
    /** The latest activity of a category: where it was and who answered for it. */
    latestOfCategory: (
      category: string,
    ): Promise<Pick<Activity, 'responsible' | 'team' | 'station'> | null> =>
      activities().findOne(
        { category },
        { sort: { start: -1 }, projection: { responsible: 1, team: 1, station: 1 } },
      ),
    /** All that somebody leads now besides roles; the places of the activities tell whose word it takes to move them. */
    async of(person: string, now: Date) {
      const [open, volunteers, waiting] = await Promise.all([
        activities()
          .find({ responsible: person, ...ahead(now) }, { projection: { team: 1, station: 1 } })
          .sort({ start: 1, _id: 1 })
          .toArray(),
        pairings()
          .find({ worker: person }, { projection: { _id: 1 } })
          .toArray(),
        reports()
          .find({ owner: person, state: { $ne: 'closed' } }, { projection: { _id: 1 } })
          .toArray(),
      ])
      return {
        activities: open,
        volunteers: volunteers.map(({ _id }) => _id),
        reports: waiting.map(({ _id }) => _id),
      }
    },
    /** Gives what is listed from one to another, where it still is the first one's; what is over stays as it was. */
    async move(
      { activities: codes, volunteers, reports: numbers }: Omit<Led, 'grants'>,
      { from, to, now }: Pick<Handover, 'from' | 'to'> & { now: Date },
    ): Promise<void> {
      await activities().updateMany(
        { _id: { $in: codes }, responsible: from, ...ahead(now) },
        { $set: { responsible: to } },
      )
      await pairings().updateMany({ _id: { $in: volunteers }, worker: from }, { $set: { worker: to } })
      await reports().updateMany(
        { _id: { $in: numbers }, owner: from, state: { $ne: 'closed' } },
        { $set: { owner: to } },
      )
    },
    /** The load of each of some people; all zero for who leads nothing. */
    async load(people: readonly string[], now: Date): Promise<Map<string, Load>> {
      const ids = [...people]
      const group = (field: string) => ({ $group: { _id: `$${field}`, count: { $sum: 1 } } })
      type Row = { _id: string; count: number }
      const [led, paired, owned] = await Promise.all([
        activities()
          .aggregate<Row>([{ $match: { responsible: { $in: ids }, ...ahead(now) } }, group('responsible')])
          .toArray(),
        pairings()
          .aggregate<Row>([{ $match: { worker: { $in: ids } } }, group('worker')])
          .toArray(),
        reports()
          .aggregate<Row>([{ $match: { owner: { $in: ids }, state: 'open' } }, group('owner')])
          .toArray(),
      ])
      const of = (rows: readonly Row[], id: string) => rows.find(({ _id }) => _id === id)?.count ?? 0
      return new Map(
        ids.map((id) => [
          id,
          { activities: of(led, id), volunteers: of(paired, id), reports: of(owned, id) },
        ]),
      )
    },
  }
}
