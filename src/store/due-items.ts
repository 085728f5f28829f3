import type { Connection } from 'mongoose'
import type { DueItem } from '../domain/due-items.ts'
import type { HoursEntry } from './hours.ts'
import type { Report } from './reports.ts'
import type { Request } from './requests.ts'

/** Lines of each kind read at once; a service further behind than this is told of the oldest. */
const most = 5_000

/** What has waited longer than it should, of every collection, oldest first. */
export function dueItems(connection: Connection) {
  const collection = <Row extends object>(name: string) => connection.db!.collection<Row>(name)
  return {
    /** Hours claimed before a moment and not verified, reports that are late, requests asked before a moment. */
    async all(before: { claimed: Date; asked: Date; now: Date }): Promise<DueItem[]> {
      const [hours, reports, requests] = await Promise.all([
        collection<HoursEntry>('hours')
          .find(
            { state: { $in: ['pending', 'seconding'] }, claimedAt: { $lt: before.claimed } },
            { projection: { activity: 1, person: 1, team: 1, station: 1, 'verifiers.person': 1 } },
          )
          .sort({ claimedAt: 1, _id: 1 })
          .limit(most)
          .toArray(),
        collection<Report>('reports')
          .find({ state: 'open', dueAt: { $lte: before.now } }, { projection: { steps: 0 } })
          .sort({ dueAt: 1, _id: 1 })
          .limit(most)
          .toArray(),
        collection<Request>('requests')
          .find({ open: true, at: { $lt: before.asked } }, { projection: { args: 0 } })
          .sort({ at: 1, _id: 1 })
          .limit(most)
          .toArray(),
      ])
      return [
        ...hours.map(({ _id: id, activity, person, team, station, verifiers }): DueItem => ({
          kind: 'hours',
          id,
          activity,
          person,
          team,
          station,
          spoken: verifiers.map((word) => word.person),
        })),
        ...reports.map(({ _id: id, owner, team, station }): DueItem => ({
          kind: 'report',
          id,
          owner,
          team,
          station,
        })),
        ...requests.map(({ _id: id, by, needs, team, station }): DueItem => ({
          kind: 'request',
          id,
          by,
          needs,
          team,
          station,
        })),
      ]
    },
  }
}
