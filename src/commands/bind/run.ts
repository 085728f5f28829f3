import type { Reply } from '../../chat/reply.ts'
import { keyParts } from '../../chat/message.ts'
import { may } from '../../domain/roles.ts'
import type { Context, Run } from '../command.ts'
import { teamPlace } from '../team-place.ts'

export type BindArgs = { team?: string | undefined }

const offered = 5

/** Binds the room it is said in to a team. Takes the word of a social worker of that team, and of the one it had. */
export const runBind: Run<BindArgs> = async (args, context) => {
  const { store, texts, key, now, asker, place } = context
  if (place.kind === 'direct') return { text: texts.common.roomOnly }
  const bound = await store.rooms.find(place.key)
  if (bound?.key === key && bound.team) return done(bound.team, context)
  if (!args.team) return ask(context)
  const team = await store.teams.find(args.team)
  const question = { field: 'team', args: {} }
  if (!team) return { text: texts.common.noTeam({ team: args.team }), question }
  if (!may(asker.grants, 'socialWorker', teamPlace(team)))
    return { text: texts.bind.notYours({ team: team._id }), question }
  const before = bound?.team && bound.team !== team._id ? await store.teams.find(bound.team) : null
  if (before && !may(asker.grants, 'socialWorker', teamPlace(before)))
    return { text: texts.bind.boundTo({ team: before._id }) }

  const [platform = '', account = '', room = ''] = keyParts(place.key)
  await store.rooms.bind({
    _id: place.key,
    platform,
    account,
    room,
    name: place.name,
    team: team._id,
    ...(place.answersOnly && { silent: true }),
    ...(asker.person && { boundBy: asker.person._id }),
    boundAt: now,
    key,
  })
  return done(team._id, context)
}

async function ask({ store, texts, asker }: Context): Promise<Reply> {
  const teams = (await store.teams.all())
    .filter(({ kind }) => kind !== 'station')
    .filter((team) => may(asker.grants, 'socialWorker', teamPlace(team)))
    .map(({ _id }) => _id)
    .slice(0, offered)
  if (teams.length === 0) return { text: texts.bind.noTeams }
  return {
    text: texts.bind.ask({ teams: teams.join(texts.bind.between) }),
    quickReplies: teams,
    question: { field: 'team', args: {} },
  }
}

const done = (team: string, { texts, place }: Context): Reply => ({
  text:
    place.kind === 'room' && place.answersOnly ? texts.bind.doneSilent({ team }) : texts.bind.done({ team }),
  quickReplies: texts.bind.next,
})
