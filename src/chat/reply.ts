import type { Locale, Texts } from '../locale/index.ts'

/** Who reads a text, as its writer needs to know them. */
export type Reader = { texts: Texts; locale: Locale }

/** A text to one person and what can be said next. */
export type Said = { text: string; quickReplies?: string[] }

/**
 * Something to be said to somebody who did not ask: by person, so that the best reachable identity is chosen late, and
 * as a sentence still to be made, so that it is made in the language of whoever reads it. `chat` is one identity that is
 * told, whoever it belongs to by now: it is about that chat.
 */
export type Notice = { person: string; chat?: string; say: (reader: Reader) => Said }

/**
 * What a command answers. `text` goes where the command was said; `private` goes to the asker directly
 * (in a direct chat it follows `text`); `notices` go to other people.
 */
export type Reply = {
  text: string
  private?: string | undefined
  /** What can be said next: buttons where a platform has them, otherwise part of the text. */
  quickReplies?: string[] | undefined
  notices?: Notice[] | undefined
  /** Asks for one thing more: `field` is a question of the same command, `args` what is known so far. */
  question?: { field: string; args: Record<string, unknown> } | undefined
}
