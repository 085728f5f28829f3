import type { TeamPlace } from '../../domain/roles.ts'
import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'
import { nearestStaff } from '../nearest-staff.ts'
import { teamPlace } from '../team-place.ts'

/**
 * Where a report belongs and who answers it: the place of the room's team, else of the person's, else of the latest
 * activity of a category the text names, whose responsible comes first; who leads the person comes before all of them,
 * where they may act. Of several the one with the fewest open
 * reports; nobody answers their own while there is somebody else.
 */
export async function responsibleFor(
  text: string,
  context: Context,
): Promise<{ place: TeamPlace; owner: Person | undefined }> {
  const { store, asker } = context
  const team = await ownTeam(context)
  const latest = team ? undefined : await ofCategory(text, context)
  const place = team ?? (latest && placeOf(latest)) ?? {}
  const staff = await nearestStaff(place, 'socialWorker', store)
  const others = staff.filter(({ _id }) => _id !== asker.person?._id)
  const able = others.length > 0 ? others : staff
  const pairing = asker.person && (await store.pairings.find(asker.person._id))
  const named = (id: string | undefined) => able.find(({ _id }) => _id === id)
  return {
    place,
    owner: named(pairing?.worker) ?? named(latest?.responsible) ?? (await leastBusy(able, context)),
  }
}

/** The room's team, else the one the person belongs to. */
async function ownTeam({ store, place, asker }: Context): Promise<TeamPlace | undefined> {
  const ofPerson = asker.grants.flatMap(({ scope }) => (scope.kind === 'team' ? [scope.name] : []))
  const name = (place.kind === 'room' ? place.team : undefined) ?? ofPerson[0]
  const team = name === undefined ? null : await store.teams.find(name)
  return team ? teamPlace(team) : undefined
}

/** 老人服务 is named by 老人 already. */
const stem = (category: string) => category.replace(/服务$/, '')

async function ofCategory(text: string, { store, reading }: Context) {
  const [category] = reading.snapshot.categories
    .filter((one) => stem(one).length >= 2 && text.includes(stem(one)))
    .toSorted((a, b) => b.length - a.length)
  return category === undefined ? undefined : await store.linkage.latestOfCategory(category)
}

const placeOf = ({ team, station }: TeamPlace): TeamPlace | undefined =>
  team || station ? { ...(team && { team }), ...(station && { station }) } : undefined

async function leastBusy(people: readonly Person[], { store }: Context): Promise<Person | undefined> {
  const open = await store.reports.openOf(people.map(({ _id }) => _id))
  const load = ({ _id }: Person) => open.get(_id) ?? 0
  return people.toSorted((a, b) => load(a) - load(b) || (a._id < b._id ? -1 : 1))[0]
}
