import type { Model } from 'mongoose'
import type { LocalDate } from '../domain/time/local-date.ts'
import type { Activity } from './activity.ts'
import type { Category } from './categories.ts'
import { insertedFirst } from './connection.ts'
import type { HoursEntry } from './hours-entry.ts'
import type { Person } from './people.ts'
import type { Room } from './rooms.ts'
import type { Team } from './teams.ts'

export type Named = 'team' | 'station' | 'category'

/**
 * Gives a team, station or category another name everywhere: the new name first, then all that bears the old one, the
 * old name last. Each step may be repeated, so the rerun of a message that died goes on where it stopped.
 */
export function renaming(models: {
  activities: Model<Activity>
  categories: Model<Category>
  hours: Model<HoursEntry>
  people: Model<Person>
  rooms: Model<Room>
  teams: Model<Team>
  invalidate: (dates: readonly LocalDate[]) => Promise<unknown>
  namesChanged: () => void
}) {
  const { activities, categories, hours, people, rooms, teams, invalidate, namesChanged } = models

  /** Makes the new name a copy of the old one; false when another message has that name. */
  async function copied(kind: Named, { from, to, key }: { from: string; to: string; key: string }) {
    const model = (kind === 'category' ? categories : teams) as Model<Team>
    const old = await model.findById(from).lean<Team>()
    if (old && (await insertedFirst(model.collection.insertOne({ ...old, _id: to, key } as never))))
      return true
    return (await model.findById(to).lean<Team>())?.key === key
  }

  return {
    /** False when the new name is taken, or the old one is gone, by another message. */
    async rename(kind: Named, change: { from: string; to: string; key: string }): Promise<boolean> {
      if (!(await copied(kind, change))) return false
      const { from, to } = change
      await activities.updateMany({ [kind]: from }, { $set: { [kind]: to } })
      await hours.updateMany({ [kind]: from }, { $set: { [kind]: to } })
      await invalidate(await hours.distinct('date', { [kind]: to }))
      if (kind === 'category') await categories.deleteOne({ _id: from })
      else {
        await people.updateMany(
          { 'grants.scope.name': from },
          { $set: { 'grants.$[held].scope.name': to } },
          { arrayFilters: [{ 'held.scope.name': from, 'held.scope.kind': kind }] },
        )
        await rooms.updateMany({ team: from }, { $set: { team: to } })
        if (kind === 'station') await teams.updateMany({ station: from }, { $set: { station: to } })
        await teams.deleteOne({ _id: from })
      }
      namesChanged()
      return true
    },
  }
}
