import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import type { Team } from '../../store/teams.ts'
import type { Context } from '../command.ts'
import { isNewName } from '../new-name.ts'
import { teamPlace } from '../team-place.ts'
import type { TeamArgs } from './run.ts'

/** Makes a team or a station, once per message. */
export async function makeTeam(args: TeamArgs, context: Context): Promise<Reply> {
  const { store, texts, key, now, asker } = context
  const name = args.name?.trim()
  const question = { field: 'name', args: { ...args, name: undefined } }
  if (!name) return { text: texts.team.askName, question }
  if (!isNewName(name)) return { text: texts.team.badName, question }
  const existing = await store.teams.known(name)
  if (existing?.key === key) return made(existing, context)
  if (existing) return { text: texts.team.exists({ name, closed: existing.closed !== undefined }) }
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
  if (!(await store.teams.add(team)) && (await store.teams.known(name))?.key !== key)
    return { text: texts.team.exists({ name, closed: false }) }
  return made(team, context)
}

function made({ _id: name, kind, station }: Team, { texts }: Context): Reply {
  const next = kind === 'station' ? texts.team.nextStation({ name }) : texts.team.nextTeam({ name })
  return { text: `${texts.team.made({ name, kind: texts.team.kinds[kind], station })}\n${next}` }
}
