import { z } from 'zod'
import type { Notice, Reply } from '../chat/reply.ts'
import { formatMinutes } from '../locale/format.ts'
import type { Activity } from '../store/activity.ts'
import type { Closing, Person } from '../store/people.ts'
import { activityLine } from './activity-line.ts'
import { readWideYes } from './answers.ts'
import { closePerson, finishClosing } from './close-person.ts'
import type { Context, Run } from './command.ts'
import type { Question } from './grammar.ts'
import { mayGo } from './may-go.ts'
import { ownActivities } from './own-activities.ts'

/** What 注销 and 撤回同意 keep between their two questions. */
export const closingShape = z.object({
  /** The first question was answered with yes. */
  sure: z.boolean().optional(),
  confirm: z.boolean().optional(),
})
type ClosingArgs = z.infer<typeof closingShape>

/** Both questions take a plain yes or no. */
export const closingQuestions: { confirm: Question<ClosingArgs> } = {
  confirm: {
    read(text) {
      const confirm = readWideYes(text)
      return confirm === undefined ? undefined : { confirm }
    },
  },
}

/**
 * Closes the asker's account after asking twice. Minutes and certificates' numbers stay, so that no figure changes;
 * who it was does not. Both ways to go end the same, since nothing may be kept of somebody without their consent.
 */
export function askToClose(why: Closing['why']): Run<ClosingArgs> {
  return async (args, context) => {
    const { store, asker, texts, key, now, locale } = context
    const { person } = asker
    if (!person) return { text: texts.common.notRegistered }
    if (person.closed?.key === key) return finish(person, context)
    if (args.confirm === false) return { text: texts.common.nothingDone }
    if (!args.confirm || !args.sure) {
      if (!(await mayGo(person, context))) return { text: texts.closeAccount.onlyAdmin }
      return args.confirm ? askAgain(context) : ask(person, why, context)
    }
    const closing = { key, at: now, why, locale }
    await store.people.beginClosing(person._id, closing)
    if (!(await mayGo(person, context))) {
      await store.people.dropClosing(person._id, key)
      return { text: texts.closeAccount.onlyAdmin }
    }
    const closed = await closePerson(person._id, closing, context)
    return closed ? finish(closed, context) : { text: texts.common.notRegistered }
  }
}

/** The name of the child when a guardian closes (代). */
const childOf = ({ asker }: Context): string | undefined => (asker.actor ? asker.name : undefined)

async function ask(person: Person, why: Closing['why'], context: Context): Promise<Reply> {
  const { store, texts, now } = context
  const own = await ownActivities(store, { person: person._id, now })
  return {
    text: texts.closeAccount.ask({ why, signups: own.length, child: childOf(context) }),
    quickReplies: [texts.common.yes, texts.common.no],
    question: { field: 'confirm', args: {} },
  }
}

function askAgain({ texts }: Context): Reply {
  return {
    text: texts.closeAccount.again,
    quickReplies: [texts.closeAccount.confirm, texts.common.no],
    question: { field: 'confirm', args: { sure: true } },
  }
}

async function finish(person: Person, context: Context): Promise<Reply> {
  const { store, texts } = context
  const freed = await finishClosing(person, context)
  const { verified = 0 } = await store.hours.totals(person._id)
  return {
    text: texts.closeAccount.done({
      why: person.closed?.why ?? 'account',
      child: childOf(context) !== undefined,
      time: verified > 0 ? formatMinutes(verified, texts) : undefined,
    }),
    notices: [
      ...freed.map((activity) => notice(activity, person, context)),
      ...otherGuardians(person, context),
    ],
  }
}

/** Whoever else acts for a child hears that its consent was withdrawn. */
function otherGuardians({ _id: number, guardians = [] }: Person, { asker }: Context): Notice[] {
  if (!asker.actor) return []
  return guardians
    .filter(({ person }) => person !== asker.actor)
    .map(({ person }) => ({
      person,
      say: ({ texts }) => ({ text: texts.closeAccount.childGone({ number }) }),
    }))
}

function notice(activity: Activity, { _id: number }: Person, { zone, now }: Context): Notice {
  return {
    person: activity.responsible,
    say: ({ texts }) => ({
      text: texts.closeAccount.told({ number, what: activityLine(activity, { zone, texts, now }) }),
    }),
  }
}
