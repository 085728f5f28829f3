import type { z } from 'zod'
import type { Notice } from '../../chat/reply.ts'
import type { HeldGrant } from '../../store/people.ts'
import type { Run } from '../command.ts'
import { nearestStaff } from '../nearest-staff.ts'
import { teamPlace } from '../team-place.ts'
import type { leaveGrammar } from './grammar.ts'

/** 退出: takes effect at once; sign-ups and hours stay, and whoever leads the team hears of it. */
export const runLeave: Run<z.infer<(typeof leaveGrammar)['shape']>> = async (args, context) => {
  const { store, texts, asker, key, now } = context
  const { person } = asker
  if (!person) return { text: texts.common.notRegistered }
  const memberships = person.grants.filter(({ role, scope }) => role === 'volunteer' && scope.kind === 'team')
  const before = person.revoked?.find((grant) => grant.key === key)
  if (!args.team) {
    const teams = memberships.flatMap(({ scope }) => ('name' in scope ? [scope.name] : []))
    if (teams.length === 0) return { text: texts.leave.noTeam }
    return {
      text: texts.leave.which({ teams: teams.join(texts.team.between) }),
      quickReplies: teams,
      question: { field: 'team', args: {} },
    }
  }
  const { team } = args
  await store.requests.withdraw(`join:${person._id}:${team}`)
  const held = memberships.find(({ scope }) => 'name' in scope && scope.name === team)
  if (!held && !before) {
    const leads = person.grants.some(({ scope }) => scope.kind === 'team' && scope.name === team)
    return { text: leads ? texts.leave.leads({ team }) : texts.leave.notMember({ team }) }
  }
  const taken: HeldGrant = {
    role: 'volunteer',
    scope: { kind: 'team', name: team },
    by: person._id,
    at: now,
    key,
  }
  if (!before) await store.people.revoke(person._id, taken)
  const place = await store.teams.find(team)
  const staff = await nearestStaff(place ? teamPlace(place) : { team }, 'leader', store)
  const { name, _id: number } = person
  const notices = staff
    .filter(({ _id }) => _id !== number)
    .map(({ _id }): Notice => ({
      person: _id,
      say: (reader) => ({ text: reader.texts.leave.told({ who: `${name} ${number}`, team }) }),
    }))
  return { text: texts.leave.done({ team }), notices }
}
