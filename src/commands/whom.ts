import { holds } from '../domain/roles.ts'
import type { Person } from '../store/people.ts'
import type { Context } from './command.ts'
import { findPerson } from './find-person.ts'

/** The person a command is about. `other` is the name when it is not the asker. */
export type Whom = { person: Person; other: string | undefined }

/** What stands after the codes: a name or number, or words that can be neither. */
export type WhomSaid = { who?: string | undefined; unclear?: string | undefined }

/**
 * Whom `报名 A12 李秀英` means: the asker, or somebody a leader may act for. Whether the leader may for this very
 * activity is asked later; a stranger is refused before a name is looked up, so that nothing is learned from it. Words
 * that name nobody never mean the asker: `alone`, the command without them, is what somebody says for themselves.
 */
export async function whom(
  { who, unclear }: WhomSaid,
  alone: string,
  context: Context,
): Promise<Whom | { problem: string; numbers?: string[] }> {
  const { asker, texts } = context
  if (!asker.person) return { problem: texts.common.notRegistered }
  const { person } = asker
  const self = [person.name, person._id].some((name) => name.toUpperCase() === who?.toUpperCase())
  if ((!who && !unclear) || self) return { person, other: undefined }
  if (unclear) return { problem: texts.common.whoIsThat({ said: unclear, alone }) }
  if (!holds(asker.grants, 'leader')) return { problem: texts.common.forOthers({ alone }) }
  const found = await findPerson(who ?? '', context)
  return 'problem' in found ? found : { person: found.person, other: found.person.name }
}
