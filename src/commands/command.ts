import type { AccountPace } from '../chat/account-pace.ts'
import type { Vitals } from '../chat/vitals.ts'
import type { Reply } from '../chat/reply.ts'
import type { Enqueue } from '../queue/job.ts'
import type { Locale, Texts } from '../locale/index.ts'
import type { Activity } from '../store/activities.ts'
import type { Store } from '../store/index.ts'
import type { Person } from '../store/people.ts'
import type { Grant } from '../domain/roles.ts'
import type { Rules } from '../rules.ts'
import type { Grammar, Reading } from './grammar.ts'

/** Who said it: a chat identity, and the person behind it once registered. */
export type Asker = {
  /** `platform:account:user`. */
  identity: string
  /** The name the platform shows. */
  name: string
  person: Person | undefined
  grants: readonly Grant[]
  /** The number of who acts for this person (代): what is done is theirs, by this one. */
  actor?: string
}

/** Where it was said. `team` is the team the room is bound to. */
export type Place =
  | { kind: 'direct' }
  | {
      kind: 'room'
      key: string
      name: string
      team: string | undefined
      /** The platform lets us answer there, and not begin. */
      answersOnly?: boolean | undefined
    }

/** Everything a command gets. It never talks to a platform and never reads the environment. */
export type Context = {
  /** Key of this effect: a rerun of the same message has the same key and must change nothing. */
  key: string
  /** When the message was accepted: "now" for all meaning. */
  now: Date
  zone: string
  rules: Rules
  locale: Locale
  texts: Texts
  asker: Asker
  place: Place
  store: Store
  /** An activity by code; those the message names were read together with everything else and cost nothing. */
  activity: (code: string) => Promise<Activity | undefined>
  enqueue: Enqueue
  /** How many messages a second a platform's account takes. */
  pace: AccountPace
  /** How the service is at this moment. */
  vitals: () => Promise<Vitals>
  reading: Reading
  org: { name: string; publicUrl: string; claimCode: string }
}

/** The impure half of a command: looks for its own key first, then the gates, then the effect. */
export type Run<Args> = (args: Args, context: Context) => Promise<Reply>

/**
 * What somebody who said it loosely (`我周六来不了了`) most likely means, now that the database can be asked: the
 * arguments to run with once they say yes, and the command in words with its date and code. Undefined when that is
 * not one thing; `nothing` when it is ordinary talk then, and nobody is asked; `instead` is what to say when there is
 * nothing of the kind to be done.
 */
export type Resolve<Args> = (
  args: Args,
  context: Context,
) => Promise<{ args: Args; said: string } | { instead: string } | 'nothing' | undefined>

/** A command as the list holds it: both halves, its argument type hidden behind its own shape. */
export type Command = Omit<Grammar<Record<string, unknown>>, 'name' | 'shape'> & {
  name: string
  run: (args: Record<string, unknown>, context: Context) => Promise<Reply>
  resolve?: Resolve<Record<string, unknown>>
}

/** Joins the two halves. Arguments are parsed by the command's own shape, so that a stored action is never trusted. */
export function command<Args extends Record<string, unknown>>(
  grammar: Grammar<Args>,
  run: Run<Args>,
  resolve?: Resolve<Args>,
): Command {
  const { shape, questions, audited, ...rest } = grammar
  return {
    ...rest,
    questions:
      questions &&
      Object.fromEntries(
        Object.entries(questions).map(([field, question]) => [
          field,
          { ...question, read: (text, reading, known) => question.read(text, reading, shape.parse(known)) },
        ]),
      ),
    ...(audited && { audited: (args) => audited(shape.parse(args)) }),
    run: (args, context) => run(shape.parse(args), context),
    ...(resolve && { resolve: (args, context) => resolve(shape.parse(args), context) }),
  }
}
