import type { z } from 'zod'
import type { Notice, Reader, Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import type { Activity } from '../../store/activity.ts'
import type { Person } from '../../store/people.ts'
import { actorOf } from '../actor.ts'
import { activityLine } from '../activity-line.ts'
import { askWhich } from '../ask-which.ts'
import type { Context, Run } from '../command.ts'
import { saidLines } from '../said-lines.ts'
import { whom } from '../whom.ts'
import { closedGate } from './closed-gate.ts'
import type { SignupOutcome } from './outcome.ts'
import { sayOutcome } from './say-outcome.ts'
import { signUp } from './sign-up.ts'
import type { signupGrammar } from './grammar.ts'

type SignupArgs = z.infer<typeof signupGrammar.shape>

/** Activities offered when none is named: what fits one message in a group, less the question itself. */
const shown = 5

/** 报名: a place, or the next place in the waiting list, at each activity named; for oneself or somebody in scope. */
export const runSignup: Run<SignupArgs> = async (args, context) => {
  const { texts } = context
  const about = await whom(args, texts.signup.alone(args), context)
  if ('problem' in about) return askWhich(about, args, context)
  const { person, other, ward } = about
  const codes = [...new Set(args.codes)]
  if (codes.length === 0) return ask(args, person, context)

  const lines: { text: string; personal: boolean }[] = []
  const notices: Notice[] = []
  for (const code of codes) {
    if (other !== undefined && !ward) {
      const refusal = await refuse(code, context)
      if (refusal) {
        lines.push({ text: refusal, personal: false })
        continue
      }
    }
    const outcome = await signUp(
      {
        code,
        person,
        by: actorOf(context),
        key: codes.length > 1 ? `${context.key}/${code}` : context.key,
      },
      context,
    )
    lines.push(withDetails(outcome, codes.length === 1, sayOutcome(outcome, other, context), context))
    // Who is told of a child is who asked.
    if (other !== undefined && !ward) notices.push(...tell(outcome, person, context))
  }
  return {
    ...saidLines(lines, context),
    quickReplies: [texts.shifts.command],
    ...(notices.length > 0 && { notices }),
  }
}

/** Acting for somebody takes a leader of the activity's team. */
async function refuse(code: string, context: Context): Promise<string | undefined> {
  const { asker, texts } = context
  const activity = await context.activity(code)
  if (!activity) return texts.common.noActivity({ code })
  if (may(asker.grants, 'leader', activity)) return undefined
  return texts.common.notYourTeam({ team: activity.team ?? activity.station })
}

/** What to bring and what to mind, when there is room for it. */
function withDetails(
  outcome: SignupOutcome,
  alone: boolean,
  said: { text: string; personal: boolean },
  { texts }: Context,
): { text: string; personal: boolean } {
  if (!alone || outcome.kind !== 'confirmed') return said
  const { bring, risk } = outcome.activity
  const details = [bring && texts.signup.bring({ bring }), risk && texts.signup.risk({ risk })]
  return { ...said, text: [said.text, ...details.filter(Boolean)].join('\n') }
}

/** The person somebody else acted for is told, in words meant for them. */
function tell(outcome: SignupOutcome, person: Person, context: Context): Notice[] {
  if (outcome.kind !== 'confirmed' && outcome.kind !== 'waiting') return []
  const by = context.asker.person?.name ?? context.asker.name
  const say = (reader: Reader) => {
    const { text } = sayOutcome(outcome, undefined, { ...context, ...reader })
    return { text: reader.texts.signup.byOther({ by, said: text }) }
  }
  return [{ person: person._id, say }]
}

async function ask(args: SignupArgs, person: Person, context: Context): Promise<Reply> {
  const { store, texts, now } = context
  const upcoming = await store.activities.upcoming({ now, limit: 4 * shown })
  const fitting = upcoming.filter((activity) => fits(activity, person, context)).slice(0, shown)
  if (fitting.length === 0) return { text: texts.signup.nothing }
  return {
    text: [texts.signup.which, ...fitting.map((activity) => activityLine(activity, context))].join('\n'),
    quickReplies: fitting.map(({ _id }) => _id),
    question: { field: 'codes', args },
  }
}

/** Whether somebody is not in it yet and could be. */
function fits(activity: Activity, person: Person, context: Context): boolean {
  const { _id: id, commitments } = person
  const known =
    commitments.some(({ code }) => code === activity._id) ||
    activity.waiting.some((one) => one.person === id) ||
    activity.holds.some((one) => one.person === id)
  return !known && closedGate(activity, person, context) === undefined
}
