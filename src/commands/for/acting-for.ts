import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'

/** The same message as if the child had said it, by the hand of whoever said it. */
export const actingFor = (child: Person, context: Context): Context => ({
  ...context,
  asker: {
    identity: context.asker.identity,
    name: child.name,
    person: child,
    grants: child.grants,
    actor: context.asker.person?._id ?? context.asker.identity,
  },
})
