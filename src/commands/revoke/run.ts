import type { Notice, Reply } from '../../chat/reply.ts'
import { type Grant, isSameGrant, may, type Role, type Scope } from '../../domain/roles.ts'
import type { HeldGrant, Person } from '../../store/people.ts'
import type { Context, Run } from '../command.ts'
import { findPerson } from '../find-person.ts'
import { sayGrant, sayWho } from '../say-grant.ts'
import { scopePlace } from '../team-place.ts'

export type RevokeArgs = {
  who?: string | undefined
  role?: Role | undefined
  scope?: Scope | undefined
  confirm?: boolean | undefined
}

/**
 * Takes a role back. Names are not identity, so the person is named by number and confirmed first. Nobody takes
 * their own last word over everything: then nobody could give it back.
 */
export const runRevoke: Run<RevokeArgs> = async (args, context) => {
  const { store, texts, asker, place, key, now } = context
  if (place.kind === 'room') return { text: texts.common.directOnly }
  if (args.confirm === false) return { text: texts.common.nothingDone }
  if (!args.who) return { text: texts.revoke.howTo }
  const found = await findPerson(args.who, context)
  if ('problem' in found) return { text: found.problem }
  const { person } = found
  const before = person.revoked?.find((one) => one.key === key)
  if (before) return done(person, before, context)

  const meant = person.grants.filter((one) => isMeant(one, args))
  const [grant, other] = meant
  if (!grant) return { text: texts.revoke.notHeld({ who: sayWho(person, context) }) }
  if (other) return which(person, meant, context)
  if (!may(asker.grants, 'admin', await scopePlace(grant.scope, context)))
    return { text: texts.grant.notYours }
  if (person._id === asker.person?._id && isEverything(grant)) return { text: texts.revoke.own }
  if (!args.confirm) return ask(person, grant, context)
  const { role, scope } = grant
  const taken: HeldGrant = { role, scope, by: asker.person?._id ?? asker.identity, at: now, key }
  await store.people.revoke(person._id, taken)
  return done(person, taken, context)
}

function isMeant(grant: Grant, { role, scope }: RevokeArgs): boolean {
  return (
    (role === undefined || grant.role === role) &&
    (scope === undefined || isSameGrant({ ...grant, scope }, grant))
  )
}

const isEverything = ({ role, scope }: Grant) => role === 'admin' && scope.kind === 'all'

function which(person: Person, grants: readonly Grant[], context: Context): Reply {
  const { texts } = context
  const options = grants.map((grant) => sayGrant(grant, context))
  return {
    text: texts.revoke.which({ who: sayWho(person, context), options: options.join(texts.grant.between) }),
  }
}

function ask(person: Person, { role, scope }: Grant, context: Context): Reply {
  const { texts } = context
  return {
    text: texts.revoke.ask({ who: sayWho(person, context), what: sayGrant({ role, scope }, context) }),
    quickReplies: [texts.common.yes, texts.common.no],
    question: { field: 'confirm', args: { who: person._id, role, scope } },
  }
}

function done(person: Person, grant: Grant, context: Context): Reply {
  const { texts, asker } = context
  const by = asker.person?.name ?? asker.name
  const notice: Notice = {
    person: person._id,
    say: (reader) => ({ text: reader.texts.revoke.notice({ by, what: sayGrant(grant, reader) }) }),
  }
  return {
    text: texts.revoke.done({ who: sayWho(person, context), what: sayGrant(grant, context) }),
    ...(person._id !== asker.person?._id && { notices: [notice] }),
  }
}
