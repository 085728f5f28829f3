import { holds } from '../domain/roles.ts'
import type { Person } from '../store/people.ts'
import type { Context } from './command.ts'
import { findPerson } from './find-person.ts'

/** The person a command is about. `other` is the name when it is not the asker; `ward` when the asker acts for them. */
export type Whom = { person: Person; other: string | undefined; ward: boolean }

/** What stands after the codes: a name or number, or words that can be neither. */
export type WhomSaid = { who?: string | undefined; unclear?: string | undefined }

/**
 * Whom `报名 A12 李秀英` means: the asker, a child they act for, or somebody a leader may act for. Whether the leader may
 * for this very activity is asked later; a stranger is refused before a name is looked up, so that nothing is learned
 * from it. Words that name nobody never mean the asker: `alone`, the command without them, is what somebody says for
 * themselves.
 */
export async function whom(
  { who, unclear }: WhomSaid,
  alone: string,
  context: Context,
): Promise<Whom | { problem: string; numbers?: string[] }> {
  const { asker, texts, store } = context
  if (!asker.person) return { problem: texts.common.notRegistered }
  const { person } = asker
  const self = [person.name, person._id].some((name) => name.toUpperCase() === who?.toUpperCase())
  if ((!who && !unclear) || self) return { person, other: undefined, ward: false }
  if (!who) return { problem: texts.common.whoIsThat({ said: unclear ?? '', alone }) }
  const wards = await store.people.wardsOf(person._id)
  const isLeader = holds(asker.grants, 'leader')
  const [child, ...others] = wards.filter(({ _id, name }) => [_id, name].includes(who))
  // A leader may mean a namesake of the child: then the number is asked for.
  if (child && others.length === 0 && !isLeader) return { person: child, other: child.name, ward: true }
  if (child && !isLeader) {
    const numbers = [child, ...others].map(({ _id }) => _id)
    return { problem: texts.common.whichPerson({ who, numbers: numbers.join(' ') }), numbers }
  }
  if (!isLeader) return { problem: texts.common.forOthers({ alone }) }
  const found = await findPerson(who, context)
  if ('problem' in found) return found
  const ward = wards.some(({ _id }) => _id === found.person._id)
  return { person: found.person, other: found.person.name, ward }
}
