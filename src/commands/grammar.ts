import type { z } from 'zod'
import type { Role } from '../domain/roles.ts'
import type { Texts } from '../locale/index.ts'

/** Names the parser may meet in a text. A copy in memory, refreshed when master data changes. */
export type Snapshot = {
  teams: readonly string[]
  stations: readonly string[]
  categories: readonly string[]
  /** Names of the rooms that are bound to a team. */
  rooms?: readonly string[]
}

/** What a grammar may look at besides the text: all of it frozen, so that parsing stays pure. */
export type Reading = {
  /** The moment the message was accepted, in milliseconds: "now" for words such as 明天. */
  now: number
  /** The organisation's time zone. */
  zone: string
  snapshot: Snapshot
}

/**
 * What a grammar made of the words after its command word.
 * `loose` marks a reading that is good enough when the bot is addressed, but is never taken from group chatter.
 */
export type Read<Args> = { args: Args; loose?: boolean }

/** Turns an answer into values for the command, or says that this text cannot be the answer. */
export type Question<Args> = {
  /** Almost any text could be the answer (a name, a title): then a wholly fitting other command comes first. */
  free?: boolean
  /** Something offered beside the answer (更多): who says something else has not failed to answer. */
  optional?: boolean
  /** A yes that comes too late shows once more what it is a yes to. */
  again?: boolean
  /** `undefined`: the text cannot answer this question. The values returned are merged into the arguments. */
  read: (text: string, reading: Reading, known: Args) => Partial<Args> | undefined
}

/** The name of a command is the key of its line in help: one without a line does not compile. */
export type CommandName = Extract<keyof Texts['help']['commands'], string>

/**
 * The pure half of a command: its words, its grammar, the questions it may ask, who may use it and where.
 * `name` is the English name, unique, and the key of its texts in the catalogues.
 */
export type Grammar<Args extends Record<string, unknown>> = {
  name: CommandName
  /** Names and aliases, Chinese and English, the one shown in help first for each language. */
  words: { 'zh-CN': readonly string[]; en: readonly string[] }
  /** What the command stores of the arguments: checked again when the message is handled. */
  shape: z.ZodType<Args>
  /**
   * `said` is how the command was said: its word in lower case, for a command whose words differ in meaning, and what
   * stands between the word and the rest: nothing, a space, a colon.
   */
  read: (rest: string, reading: Reading, said?: { word: string; between: string }) => Read<Args> | undefined
  questions?: { [field: string]: Question<Args> }
  /** The least role, in any scope, that may use it. The command itself checks the scope. */
  needs: 'anyone' | 'registered' | Role
  /** `direct`: refused in a room with a hint. `room`: only makes sense in one. */
  where: 'anywhere' | 'direct' | 'room'
  /**
   * What the audit keeps of the arguments; undefined when it belongs not there. Without this: all of them, when it
   * takes more than being a volunteer.
   */
  audited?: (args: Args) => Record<string, unknown> | undefined
  /**
   * With codes alone it acts on whoever says it (`报名 A12`). Words after them that fit no grammar may name somebody
   * else, so it is never suggested without them.
   */
  forSelf?: boolean
  /** What is said with it is said to us, not written for others: words of danger in it are a cry for help. */
  confided?: boolean
  /** The command may span several lines (`发布`); otherwise every line is a command of its own. */
  multiline?: boolean
}
