import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import type { Context } from '../command.ts'
import { teamPlace } from '../team-place.ts'
import type { GroupSignupArgs } from './grammar.ts'

const offered = 6

/** Which group team somebody speaks for: the one that was said, the room's, or the only one they lead. */
export async function chooseGroup(
  args: GroupSignupArgs,
  { store, texts, asker, place }: Context,
): Promise<{ team: string } | { reply: Reply }> {
  const groups = (await store.teams.all()).filter(({ kind }) => kind === 'group')
  const mine = groups.filter((team) => may(asker.grants, 'leader', teamPlace(team))).map(({ _id }) => _id)
  const { team } = args
  if (team !== undefined) {
    if (mine.includes(team)) return { team }
    const isGroup = groups.some(({ _id }) => _id === team)
    return {
      reply: { text: isGroup ? texts.common.notYourTeam({ team }) : texts.groupSignup.noGroup({ team }) },
    }
  }
  const here = place.kind === 'room' ? mine.find((name) => name === place.team) : undefined
  const [only, ...others] = mine
  if (!only) return { reply: { text: texts.groupSignup.noGroups } }
  if (here !== undefined || others.length === 0) return { team: here ?? only }
  const names = mine.slice(0, offered)
  return {
    reply: {
      text: texts.groupSignup.whichTeam({ teams: names.join(texts.post.between) }),
      quickReplies: names,
      question: { field: 'team', args },
    },
  }
}
