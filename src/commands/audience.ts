import { audience as arithmetic } from '../domain/audience.ts'
import { type Reached, reachOf as chatsOf } from '../chat/reach.ts'
import { reachOf } from '../domain/reach.ts'
import { may, type Role, type TeamPlace } from '../domain/roles.ts'
import type { Target } from '../store/broadcasts.ts'
import type { Store } from '../store/index.ts'
import type { AudienceMember } from '../store/people.ts'
import type { Room } from '../store/rooms.ts'
import { expandStations, fits, namesOf, skillsOf, withTeams } from './audience-items.ts'
import type { Context } from './command.ts'
import { type AudienceItem, type AudienceWords, readAudience } from './parse/audience-words.ts'
import { teamPlace } from './team-place.ts'

/** Why somebody of an audience gets no message of their own. `inRoom`: the room of their team gets one. */
export type LeftOut = 'optedOut' | 'signedUp' | 'inRoom' | 'unreachable'

/** Who a call or an announcement goes to, resolved at one moment: rooms first, then people, each once. */
export type Audience = {
  words: AudienceWords
  /** What it reaches as a whole; a place without team and station is everything. */
  scope: TeamPlace[]
  targets: Target[]
  rooms: number
  people: number
  leftOut: { reason: LeftOut; count: number }[]
}

/** What resolving needs: the asker's person and grants are those of the moment it goes out. */
export type AudienceContext = Pick<Context, 'store' | 'texts' | 'now' | 'zone' | 'rules'> & {
  asker: Pick<Context['asker'], 'person' | 'grants'>
}

type Needs = {
  /** The role the asker must hold for every team of the audience. */
  role: Role
  /** People who need not be asked any more. */
  signedUp: readonly string[]
}

/**
 * Resolves an audience as it was said, or says what is wrong with it. Whoever asks is left out: they know.
 * People with a skill are found within the asker's scope only.
 */
export async function resolveAudience(
  said: string,
  needs: Needs,
  context: AudienceContext,
): Promise<Audience | { problem: string }> {
  const { store, asker } = context
  const teams = await store.teams.all()
  const words = readAudience(
    said,
    teams.map(({ _id }) => _id),
  )
  const places = new Map(teams.map((team) => [team._id, teamPlace(team)]))
  const placeOf = (item: AudienceItem): TeamPlace =>
    item.kind === 'team' ? (places.get(item.name) ?? {}) : {}
  const problem = problemOf(words, placeOf, needs, context)
  if (problem) return { problem }

  const expanded = {
    wanted: expandStations(words.wanted, teams),
    without: expandStations(words.without, teams),
  }
  const rooms = await roomsOf(words, expanded, context)
  const covered = new Set(rooms.map(({ team }) => team))
  const reach = reachOf(asker.grants, needs.role)
  const own =
    reach === 'all'
      ? undefined
      : new Set([...reach.teams, ...reach.stations.flatMap((one) => withTeams(one, teams))])
  const everybody = words.wanted.some(({ kind }) => kind === 'everyone')
  const members = (
    await store.people.audience(
      everybody ? 'everyone' : { teams: namesOf(expanded.wanted), skills: skillsOf(words.wanted) },
    )
  ).filter(({ _id }) => _id !== asker.person?._id)
  const chosen = (items: readonly AudienceItem[], within?: ReadonlySet<string>) =>
    members.filter((member) => items.some((item) => fits(member, item, within))).map(({ _id }) => _id)
  const having = (test: (member: AudienceMember) => boolean) => members.filter(test).map(({ _id }) => _id)

  const chosenOnes = arithmetic<LeftOut | 'except'>(
    [chosen(expanded.wanted, own)],
    [
      { reason: 'except', people: chosen(expanded.without) },
      { reason: 'optedOut', people: having(({ optedOut }) => optedOut) },
      { reason: 'signedUp', people: needs.signedUp },
      { reason: 'inRoom', people: having((member) => member.scopes.some((name) => covered.has(name))) },
    ],
  )
  const { targets, unreachable } = await reached(chosenOnes.people, context)
  return {
    words,
    scope: words.wanted.map(placeOf),
    targets: [...rooms.map(targetOf), ...targets],
    rooms: rooms.length,
    people: targets.length,
    leftOut: [
      ...chosenOnes.leftOut.flatMap(({ reason, count }) => (reason === 'except' ? [] : [{ reason, count }])),
      { reason: 'unreachable', count: unreachable },
    ],
  }
}

function problemOf(
  { wanted, without }: AudienceWords,
  placeOf: (item: AudienceItem) => TeamPlace,
  { role }: Needs,
  { asker, texts }: AudienceContext,
): string | undefined {
  for (const item of [...wanted, ...without])
    if (item.kind === 'unknown') return texts.common.noTeam({ team: item.name })
  if (wanted.length === 0) return texts.audience.empty
  for (const item of wanted)
    if (item.kind !== 'skill' && !may(asker.grants, role, placeOf(item)))
      return item.kind === 'team'
        ? texts.audience.notYours({ team: item.name, role: texts.common.roles[role] })
        : // Nobody leads everything: for a call to everyone a social worker is asked.
          texts.audience.notEveryone({ role: texts.common.roles[role === 'leader' ? 'socialWorker' : role] })
  return undefined
}

/** Rooms bound to the teams wanted. A room leaves nobody out: where people with a skill are not wanted, none is used. */
async function roomsOf(
  { wanted, without }: AudienceWords,
  expanded: AudienceWords,
  { store }: AudienceContext,
): Promise<Room[]> {
  if (without.some(({ kind }) => kind !== 'team')) return []
  const unwanted = new Set(namesOf(expanded.without))
  const rooms = wanted.some(({ kind }) => kind === 'everyone')
    ? await store.rooms.allBound()
    : await store.rooms.ofTeams(namesOf(expanded.wanted))
  return rooms.filter(({ team, silent }) => team !== undefined && !silent && !unwanted.has(team))
}

/**
 * Each person by the chat account they used last, a child by its guardian's unless they want no calls; whoever has none
 * is left out. A chat is called once, however many it stands for.
 */
async function reached(people: readonly string[], { store }: AudienceContext) {
  const chats = await chatsOf(people, store)
  for (const child of await quietOnes(chats, store)) chats.delete(child)
  const isChild = (person: string) => chats.get(person)?.name !== undefined
  const ownFirst = [...people.filter((person) => !isChild(person)), ...people.filter(isChild)]
  const called = new Set<string>()
  const targets = ownFirst.flatMap((person): Target[] => {
    const { identity } = chats.get(person) ?? {}
    if (!identity || called.has(identity._id)) return []
    called.add(identity._id)
    const { platform, account, user } = identity
    // Whose chat it is may still say 退订 before it is called.
    return [{ platform, account, kind: 'person', id: user, person: identity.person ?? person }]
  })
  return { targets, unreachable: people.length - chats.size }
}

/** Children whose guardian wants no calls. */
async function quietOnes(chats: ReadonlyMap<string, Reached>, store: Store): Promise<string[]> {
  const children = [...chats].filter(([, { name }]) => name !== undefined)
  if (children.length === 0) return []
  const guardians = await store.people.many(children.flatMap(([, { identity }]) => identity.person ?? []))
  const quiet = new Set(guardians.filter(({ optedOut }) => optedOut).map(({ _id }) => _id))
  return children.flatMap(([child, { identity }]) => (quiet.has(identity.person ?? '') ? [child] : []))
}

const targetOf = ({ platform, account, room }: Room): Target => ({
  platform,
  account,
  kind: 'room',
  id: room,
})
