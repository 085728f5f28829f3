import type { Grant } from '../domain/roles.ts'
import type { Person } from '../store/people.ts'
import type { Context } from './command.ts'

/** Number and name: what tells namesakes apart. */
export const sayWho = ({ _id, name }: Person, { texts }: Pick<Context, 'texts'>): string =>
  texts.grant.who({ number: _id, name })

/** A role and what it reaches, in words. */
export const sayGrant = ({ role, scope }: Grant, { texts }: Pick<Context, 'texts'>): string =>
  texts.grant.what({
    role: texts.common.roles[role],
    scope: scope.kind === 'all' ? undefined : scope.name,
  })
