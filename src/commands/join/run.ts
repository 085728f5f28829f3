import type { z } from 'zod'
import type { Run } from '../command.ts'
import { makeRequest } from '../requests/make-request.ts'
import { teamPlace } from '../team-place.ts'
import { isMember, joinableTeams } from './membership.ts'
import type { joinGrammar } from './grammar.ts'

/** 加入: asks whoever leads the team; who leads it needs nobody's word. */
export const runJoin: Run<z.infer<(typeof joinGrammar)['shape']>> = async (args, context) => {
  const { store, texts, asker } = context
  const { person } = asker
  if (!person) return { text: texts.common.notRegistered }
  if (!args.team) {
    const teams = await joinableTeams(person, context)
    if (teams.length === 0) return { text: texts.join.noTeams }
    return {
      text: texts.join.which({ teams: teams.join(texts.team.between) }),
      quickReplies: teams.slice(0, 5),
      question: { field: 'team', args: {} },
    }
  }
  const team = await store.teams.find(args.team)
  if (!team || team.kind === 'station') return { text: texts.common.noTeam({ team: args.team }) }
  const { _id: name } = team
  if (isMember(person, name)) return { text: texts.join.already({ team: name }) }
  const { request, first, notices } = await makeRequest(
    { kind: 'join', needs: 'leader', ...teamPlace(team), args: {}, wish: `join:${person._id}:${name}` },
    context,
  )
  if (!first) return { text: texts.join.waiting({ team: name, request: request._id }) }
  return { text: texts.join.done({ team: name, request: request._id }), notices }
}
