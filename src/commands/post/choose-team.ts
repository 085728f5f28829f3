import type { Reply } from '../../chat/reply.ts'
import { type Grant, may } from '../../domain/roles.ts'
import type { Team } from '../../store/teams.ts'
import type { Context } from '../command.ts'
import { teamPlace } from '../team-place.ts'
import type { PostArgs } from './grammar.ts'

const offered = 6

/**
 * Which team an activity is for: the one that was said, else the room's, else the only one in the asker's scope. Who
 * has several is asked; who has everything may leave it without a team, and the echo says so.
 */
export async function chooseTeam(
  args: PostArgs,
  { store, texts, asker, place }: Context,
): Promise<{ team: Team | undefined } | { reply: Reply }> {
  const isMine = (team: Team) => may(asker.grants, 'leader', teamPlace(team))
  const mentioned = args.team ?? (place.kind === 'room' ? place.team : undefined)
  if (mentioned) {
    const team = await store.teams.find(mentioned)
    if (!team) {
      const question = { field: 'team', args: { ...args, team: undefined } }
      return { reply: { text: texts.common.noTeam({ team: mentioned }), question } }
    }
    return isMine(team) ? { team } : { reply: { text: texts.post.notYours({ team: team._id }) } }
  }
  const only = onlyTeam(asker.grants)
  if (only) {
    const team = await store.teams.find(only)
    if (team) return { team }
  }
  if (may(asker.grants, 'leader', {})) return { team: undefined }
  const teams = (await store.teams.all()).filter((team) => team.kind !== 'station' && isMine(team))
  const [first, second] = teams
  if (!second) return { team: first }
  const names = teams.slice(0, offered).map(({ _id }) => _id)
  return {
    reply: {
      text: texts.post.askTeam({ teams: names.join(texts.post.between) }),
      quickReplies: names,
      question: { field: 'team', args },
    },
  }
}

/** The one team somebody leads or is social worker of, if it is one and nothing wider. */
function onlyTeam(grants: readonly Grant[]): string | undefined {
  const leading = grants.filter(({ role }) => role !== 'volunteer')
  const names = new Set(leading.flatMap(({ scope }) => (scope.kind === 'team' ? [scope.name] : [])))
  const [name, other] = names
  return other === undefined && leading.every(({ scope }) => scope.kind === 'team') ? name : undefined
}
