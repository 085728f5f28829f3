import { may } from '../../domain/roles.ts'
import type { Context, Run } from '../command.ts'
import type { Person } from '../../store/people.ts'
import { inPrivate } from '../in-private.ts'
import { scopePlace } from '../team-place.ts'

/** Social workers listed at once, those who lead most first. */
const shown = 20

/** 负荷: teams, activities that are not over, paired volunteers and open reports of each social worker in the admin's scope. */
export const runLoad: Run<Record<string, never>> = async (_args, context) => {
  const { store, texts, now } = context
  const workers: { person: Person; teams: number }[] = []
  for (const person of await store.people.withRole('socialWorker'))
    if (await isWithin(person, context)) workers.push({ person, teams: teamsOf(person) })
  if (workers.length === 0) return { text: texts.load.nobody }
  const load = await store.linkage.load(
    workers.map(({ person }) => person._id),
    now,
  )
  const rows = workers
    .map(({ person, teams }) => {
      const counts = load.get(person._id) ?? { activities: 0, volunteers: 0, reports: 0 }
      return { person, teams, ...counts, sum: counts.activities + counts.volunteers + counts.reports }
    })
    .toSorted((a, b) => b.sum - a.sum || (a.person._id < b.person._id ? -1 : 1))
  const lines = rows
    .slice(0, shown)
    .map(({ person, ...counts }) => texts.load.row({ who: `${person.name} ${person._id}`, ...counts }))
  const more = rows.length > shown ? [texts.load.more({ count: rows.length - shown })] : []
  return inPrivate([texts.load.header({ count: rows.length }), ...lines, ...more].join('\n'), context)
}

const ofWorker = ({ grants }: Person) => grants.filter(({ role }) => role === 'socialWorker')

const teamsOf = (person: Person) => ofWorker(person).filter(({ scope }) => scope.kind === 'team').length

async function isWithin(person: Person, context: Context): Promise<boolean> {
  const places = await Promise.all(ofWorker(person).map(({ scope }) => scopePlace(scope, context)))
  return places.some((place) => may(context.asker.grants, 'admin', place))
}
