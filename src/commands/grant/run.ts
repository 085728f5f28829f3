import type { Notice, Reply } from '../../chat/reply.ts'
import { type Grant, isSameGrant, may, type Role, type Scope, type TeamPlace } from '../../domain/roles.ts'
import type { Person } from '../../store/people.ts'
import { askWhich } from '../ask-which.ts'
import type { Context, Run } from '../command.ts'
import { findPerson } from '../find-person.ts'
import { sayGrant, sayWho } from '../say-grant.ts'
import { teamPlace } from '../team-place.ts'

export type GrantArgs = {
  who?: string | undefined
  role?: Role | undefined
  scope?: Scope | undefined
  confirm?: boolean | undefined
}

/**
 * Gives somebody a role for a scope. The person found is named by number and chat account and confirmed first, since
 * names are not identity; the question holds the number. Who gave it, when and by which message stays on the grant.
 */
export const runGrant: Run<GrantArgs> = async (args, context) => {
  const { store, texts, asker, place, key, now } = context
  if (place.kind === 'room') return { text: texts.common.directOnly }
  if (args.confirm === false) return { text: texts.common.nothingDone }
  if (!args.who || !args.role) return { text: texts.grant.howTo }
  const checked = await checkScope({ ...args, who: args.who, role: args.role }, context)
  if ('problem' in checked) return { text: checked.problem }
  const found = await findPerson(args.who, context)
  if ('problem' in found) return askWhich(found, args, context)
  const { person } = found
  const { grant } = checked

  const held = person.grants.find((one) => isSameGrant(one, grant))
  if (held?.key === key) return done(person, grant, context)
  if (held)
    return { text: texts.grant.held({ who: sayWho(person, context), what: sayGrant(grant, context) }) }
  if (!args.confirm) return ask(person, grant, context)
  await store.people.grant(person._id, { ...grant, by: asker.person?._id ?? asker.identity, at: now, key })
  return done(person, grant, context)
}

/** The grant that is meant, if the scope exists and is the asker's to give; an admin's own is everything if not said. */
async function checkScope(
  { who, role, scope: said }: { who: string; role: Role; scope?: Scope | undefined },
  { store, texts, asker }: Context,
): Promise<{ grant: Grant } | { problem: string }> {
  const scope = said ?? (role === 'admin' ? { kind: 'all' as const } : undefined)
  if (role === 'volunteer' && scope?.kind !== 'team') return { problem: texts.grant.memberOfTeam({ who }) }
  if (!scope) return { problem: texts.grant.needsScope({ who, role: texts.common.roles[role] }) }
  let place: TeamPlace = {}
  if (scope.kind !== 'all') {
    const team = await store.teams.find(scope.name)
    if (!team || (team.kind === 'station') !== (scope.kind === 'station'))
      return {
        problem:
          scope.kind === 'team'
            ? texts.common.noTeam({ team: scope.name })
            : texts.grant.noStation({ station: scope.name }),
      }
    place = scope.kind === 'station' ? { station: scope.name } : teamPlace(team)
  }
  return may(asker.grants, 'admin', place) ? { grant: { role, scope } } : { problem: texts.grant.notYours }
}

async function ask(person: Person, grant: Grant, context: Context): Promise<Reply> {
  const { store, texts } = context
  const identities = await store.identities.ofPeople([person._id])
  const accounts = identities.map(({ platform, user, name }) => texts.grant.account({ platform, user, name }))
  return {
    text: texts.grant.ask({
      who: sayWho(person, context),
      accounts: accounts.join(texts.grant.between) || texts.grant.noAccount,
      what: sayGrant(grant, context),
    }),
    quickReplies: [texts.common.yes, texts.common.no],
    question: { field: 'confirm', args: { who: person._id, ...grant } },
  }
}

async function done(person: Person, grant: Grant, context: Context): Promise<Reply> {
  const { store, texts, asker } = context
  const by = asker.person?.name ?? asker.name
  const notice: Notice = {
    person: person._id,
    say: (reader) => ({
      text: reader.texts.grant.notice({ by, what: sayGrant(grant, reader) }),
      quickReplies: [reader.texts.grant.help],
    }),
  }
  const isOther = person._id !== asker.person?._id
  const told = isOther && (await store.identities.ofPeople([person._id])).length > 0
  return {
    text: texts.grant.done({ who: sayWho(person, context), what: sayGrant(grant, context), told }),
    ...(told && { notices: [notice] }),
  }
}
