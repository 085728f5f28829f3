import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import type { Team } from '../../store/teams.ts'
import { readYesNo } from '../answers.ts'
import type { Context, Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { teamPlace } from '../team-place.ts'

export type TeamArgs = {
  verb: 'new' | 'list'
  name?: string | undefined
  kind?: Team['kind'] | undefined
  station?: string | undefined
}

const longestName = 20
/** Signs that part the names of an audience, and spaces, which part the words of a command. */
const separators = /[\s,，、;；|｜#:：「」"]/
/** Words that mean every team. */
const taken = new Set(['全部', '所有', 'all'])
/** A number alone is somebody's phone, or the answer to another question. */
const numberOnly = /^\d+$/
const mostLinesInRoom = 6

/** Makes a team or a station, or lists them all by station. */
export const runTeam: Run<TeamArgs> = async (args, context) =>
  args.verb === 'list' ? listTeams(context) : makeTeam(args, context)

async function makeTeam(args: TeamArgs, context: Context): Promise<Reply> {
  const { store, texts, key, now, asker } = context
  const name = args.name?.trim()
  const question = { field: 'name', args: { ...args, name: undefined } }
  if (!name) return { text: texts.team.askName, question }
  if ([...name].length > longestName || isNoName(name)) return { text: texts.team.badName, question }
  const existing = await store.teams.find(name)
  if (existing?.key === key) return made(existing, context)
  if (existing) return { text: texts.team.exists({ name }) }
  const station = args.station && (await store.teams.find(args.station))
  if (args.station && (!station || station.kind !== 'station'))
    return { text: texts.team.noStation({ station: args.station }) }
  const team: Team = {
    _id: name,
    kind: args.kind ?? 'service',
    ...(args.station && { station: args.station }),
    key,
    createdAt: now,
  }
  if (!may(asker.grants, 'admin', teamPlace({ ...team, kind: 'service' })))
    return { text: texts.team.notYours }
  if (!(await store.teams.add(team)) && (await store.teams.find(name))?.key !== key)
    return { text: texts.team.exists({ name }) }
  return made(team, context)
}

/** A name that could not be said where a team is named, or means something else there. */
function isNoName(name: string): boolean {
  return (
    separators.test(name) ||
    numberOnly.test(name) ||
    taken.has(name.toLowerCase()) ||
    readYesNo(name) !== undefined
  )
}

function made({ _id: name, kind, station }: Team, { texts }: Context): Reply {
  const next = kind === 'station' ? texts.team.nextStation({ name }) : texts.team.nextTeam({ name })
  return { text: `${texts.team.made({ name, kind: texts.team.kinds[kind], station })}\n${next}` }
}

async function listTeams(context: Context): Promise<Reply> {
  const { store, texts, place } = context
  const all = await store.teams.all()
  if (all.length === 0) return { text: texts.team.none }
  const teams = all.filter(({ kind }) => kind !== 'station')
  const stations = all.filter(({ kind }) => kind === 'station').map(({ _id }) => _id)
  const line = (station: string, members: readonly Team[]) =>
    texts.team.station({
      station,
      teams: members.map(({ _id }) => _id).join(texts.team.between) || texts.team.noTeams,
    })
  const alone = teams.filter(({ station }) => !station || !stations.includes(station))
  const lines = [
    ...stations.map((name) =>
      line(
        name,
        teams.filter(({ station }) => station === name),
      ),
    ),
    ...(alone.length > 0 ? [line(texts.team.noStationHeading, alone)] : []),
  ]
  const text = lines.join('\n')
  return place.kind === 'room' && lines.length > mostLinesInRoom ? inPrivate(text, context) : { text }
}
