import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import type { Team } from '../../store/teams.ts'
import type { Context } from '../command.ts'
import { isNewName } from '../new-name.ts'
import { teamPlace } from '../team-place.ts'
import type { TeamArgs } from './run.ts'

type Change = TeamArgs & { verb: 'rename' | 'close' | 'reopen' }

/** Renames, closes or reopens a team or station; the first two reach far and wait for 是. */
export async function changeTeam(args: Change, context: Context): Promise<Reply> {
  const { store, texts, key, asker } = context
  const { verb, name, to } = args
  if (!name) return { text: texts.team.askWhich[verb], question: { field: 'name', args } }
  if (args.confirm === false) return { text: texts.common.nothingDone }
  const renamed = to === undefined ? null : await store.teams.known(to)
  if (verb === 'rename' && to && renamed?.key === key) return rename(renamed, { from: name, to }, context)
  const team = await store.teams.known(name)
  if (!team) return { text: texts.common.noTeam({ team: name }) }
  // A station is nobody's team, and whoever administers it alone may not do away with it.
  const place = team.kind === 'station' ? {} : teamPlace(team)
  if (!may(asker.grants, 'admin', place)) return { text: texts.team.notYours }
  if (verb === 'reopen') {
    await store.teams.reopen(name)
    return { text: texts.team.reopened({ name }) }
  }
  if (verb === 'close') return close(team, args, context)
  if (!to) return { text: texts.team.askNewName({ name }), question: { field: 'to', args } }
  if (!isNewName(to))
    return { text: texts.team.badName, question: { field: 'to', args: { ...args, to: undefined } } }
  if (renamed) return { text: texts.team.exists({ name: to, closed: renamed.closed !== undefined }) }
  return args.confirm
    ? rename(team, { from: name, to }, context)
    : ask(texts.team.checkRename({ name, to }), args, context)
}

async function rename(
  { kind }: Team,
  { from, to }: { from: string; to: string },
  { store, texts, key }: Context,
): Promise<Reply> {
  const done = await store.renaming.rename(kind === 'station' ? 'station' : 'team', { from, to, key })
  return {
    text: done ? texts.team.renamed({ name: from, to }) : texts.team.exists({ name: to, closed: false }),
  }
}

async function close(team: Team, args: Change, context: Context): Promise<Reply> {
  const { store, texts, key, now, asker } = context
  const { _id: name, kind, closed } = team
  if (closed) return { text: texts.team.closed({ name }) }
  const open = kind === 'station' ? (await store.teams.all()).filter(({ station }) => station === name) : []
  if (open.length > 0)
    return {
      text: texts.team.hasTeams({ name, teams: open.map(({ _id }) => _id).join(texts.team.between) }),
    }
  if (!args.confirm) return ask(texts.team.checkClose({ name }), args, context)
  await store.teams.close(name, { by: asker.person?._id ?? asker.identity, at: now, key })
  return { text: texts.team.closed({ name }) }
}

function ask(text: string, { verb, name, to }: Change, { texts }: Context): Reply {
  return {
    text,
    quickReplies: [texts.common.yes, texts.common.no],
    question: { field: 'confirm', args: { verb, name, ...(to && { to }) } },
  }
}
