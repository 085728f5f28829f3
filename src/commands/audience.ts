import { setImmediate } from 'node:timers/promises'
import { audience as arithmetic } from '../domain/audience.ts'
import { reachOf } from '../domain/reach.ts'
import { may, type Role, type TeamPlace } from '../domain/roles.ts'
import type { Target } from '../store/broadcast-targets.ts'
import type { AudienceMember } from '../store/people.ts'
import { chatTargets } from './audience-chats.ts'
import { roomsOf, targetOf } from './audience-rooms.ts'
import { callGates } from './call-gates.ts'
import { listedPeople } from './listed-people.ts'
import type { Activity } from '../store/activity.ts'
import { expandStations, fits, namesOf, skillsOf, withTeams } from './audience-items.ts'
import type { Context } from './command.ts'
import type { Room } from '../store/rooms.ts'
import { type AudienceItem, type AudienceWords, readAudience } from './parse/audience-words.ts'
import { teamPlace } from './team-place.ts'

/** Why somebody of an audience gets no message of their own. `inRoom`: the room of their team gets one. */
export type LeftOut =
  'optedOut' | 'signedUp' | 'unavailable' | 'tooYoung' | 'unguarded' | 'overCap' | 'inRoom' | 'unreachable'

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
export type AudienceContext = Pick<Context, 'store' | 'texts' | 'now' | 'zone' | 'rules' | 'pace'> & {
  asker: Pick<Context['asker'], 'person' | 'grants'>
}

type Needs = {
  /** The role the asker must hold for every team of the audience. */
  role: Role
  /** People who need not be asked any more. */
  signedUp: readonly string[]
  /** What it calls to. */
  activity?: Activity | undefined
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
  const bound = await store.rooms.allBound()
  const words = readAudience(
    said,
    teams.map(({ _id }) => _id),
    bound.map(({ name }) => name),
  )
  const places = new Map(teams.map((team) => [team._id, teamPlace(team)]))
  const named = await store.activities.many(
    [...words.wanted, ...words.without].flatMap((item) => (item.kind === 'activity' ? [item.name] : [])),
  )
  for (const item of [...words.wanted, ...words.without])
    if (item.kind === 'activity' && !named.some(({ _id }) => _id === item.name))
      return { problem: context.texts.common.noActivity({ code: item.name }) }
  const speakable = bound.filter(({ team = '' }) => may(asker.grants, needs.role, places.get(team) ?? {}))
  const placeOf = (item: AudienceItem): TeamPlace => {
    if (item.kind === 'team') return places.get(item.name) ?? {}
    if (item.kind === 'room') {
      const room = [...speakable, ...bound].find(({ name }) => name === item.name)
      return places.get(room?.team ?? '') ?? {}
    }
    if (item.kind === 'unanswered') return needs.activity ?? {}
    const found = item.kind === 'activity' && named.find(({ _id }) => _id === item.name)
    return found ? { team: found.team, station: found.station } : {}
  }
  const problem = problemOf(words, placeOf, needs, context)
  if (problem) return { problem }

  const expanded = {
    wanted: expandStations(words.wanted, teams),
    without: expandStations(words.without, teams),
  }
  // People whose room is on a platform that is off, or one in which we may only answer, are told directly.
  const isOn = ({ platform, account, silent }: Room) =>
    !silent && context.pace(platform, account) !== undefined
  const rooms = roomsOf(words, expanded, { bound: bound.filter(isOn), own: speakable })
  const covered = new Set(rooms.map(({ team }) => team))
  const reach = reachOf(asker.grants, needs.role)
  const own =
    reach === 'all'
      ? undefined
      : new Set([...reach.teams, ...reach.stations.flatMap((one) => withTeams(one, teams))])
  const everybody = words.wanted.some(({ kind }) => kind === 'everyone')
  const lists = await listedPeople([...expanded.wanted, ...expanded.without], needs.activity?._id, context)
  const members = (
    await store.people.audience(
      everybody
        ? 'everyone'
        : {
            teams: namesOf(expanded.wanted),
            skills: skillsOf(words.wanted),
            people: expanded.wanted.flatMap((item) => [...(lists.get(item) ?? [])]),
          },
      needs.activity !== undefined,
    )
  ).filter(({ _id }) => _id !== asker.person?._id)
  const chosen = (items: readonly AudienceItem[], within?: ReadonlySet<string>) =>
    members
      .filter((member) => items.some((item) => fits(member, item, { lists, within })))
      .map(({ _id }) => _id)
  const having = (test: (member: AudienceMember) => boolean) => members.filter(test).map(({ _id }) => _id)

  const gates = needs.activity && (await callGates(needs.activity, members, context))
  // Of thousands of people each step takes its time; others have theirs in between.
  await setImmediate()
  const wanted = chosen(expanded.wanted, own)
  await setImmediate()
  const unwanted = chosen(expanded.without)
  await setImmediate()
  const chosenOnes = arithmetic<LeftOut | 'except'>(
    [wanted],
    [
      { reason: 'except', people: unwanted },
      { reason: 'optedOut', people: having(({ optedOut }) => optedOut) },
      { reason: 'signedUp', people: needs.signedUp },
      { reason: 'unavailable', people: gates?.unavailable ?? [] },
      { reason: 'tooYoung', people: gates?.tooYoung ?? [] },
      { reason: 'unguarded', people: gates?.unguarded ?? [] },
      { reason: 'inRoom', people: having((member) => member.scopes.some((name) => covered.has(name))) },
      { reason: 'overCap', people: gates?.overCap ?? [] },
    ],
  )
  await setImmediate()
  const { targets, unreachable } = await chatTargets(chosenOnes.people, context)
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
  { role, activity }: Needs,
  { asker, texts }: AudienceContext,
): string | undefined {
  for (const item of [...wanted, ...without])
    if (item.kind === 'unknown') return texts.common.noTeam({ team: item.name })
  if (!activity && [...wanted, ...without].some(({ kind }) => kind === 'unanswered'))
    return texts.audience.unansweredWhat
  if (wanted.length === 0) return texts.audience.empty
  for (const item of wanted)
    if (item.kind !== 'skill' && !may(asker.grants, role, placeOf(item)))
      return 'name' in item
        ? texts.audience.notYours({ team: item.name, role: texts.common.roles[role] })
        : // Nobody leads everything: for a call to everyone a social worker is asked.
          texts.audience.notEveryone({ role: texts.common.roles[role === 'leader' ? 'socialWorker' : role] })
  return undefined
}
