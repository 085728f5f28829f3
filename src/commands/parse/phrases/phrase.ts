import type { Action } from '../../../chat/message.ts'
import type { Reading } from '../../grammar.ts'
import type { CommandName } from '../../grammar.ts'

/** What was found in an everyday sentence, wherever it stands. */
export type Found = { code: string | undefined; minutes: number | undefined; text: string; reading: Reading }

/**
 * An everyday half-sentence and what somebody who says it probably wants: one command, which is asked back, or several
 * that may be meant, each of which is told with how it is said.
 */
export type Phrase = {
  says: RegExp
  /** It is done to whoever says it, so a sentence about somebody else does not mean it. */
  forSelf?: boolean
} & ({ means: (found: Found) => Action } | { either: readonly CommandName[] })

/** The arguments of a command about one activity, which may have been said. */
export const aboutCode = ({ code }: Pick<Found, 'code'>): Record<string, unknown> => (code ? { code } : {})

/** The first thing a reader finds when it begins at each character in turn. */
export function anywhere<Value>(text: string, take: (rest: string) => Value | undefined): Value | undefined {
  for (let i = 0; i < text.length; i++) {
    const value = take(text.slice(i))
    if (value !== undefined) return value
  }
  return undefined
}
