import type { z } from 'zod'
import type { Notice, Reader, Reply } from '../../chat/reply.ts'
import { holds, may } from '../../domain/roles.ts'
import type { Person } from '../../store/people.ts'
import { activityLine } from '../activity-line.ts'
import { askWhich } from '../ask-which.ts'
import type { Context, Run } from '../command.ts'
import { ownActivities } from '../own-activities.ts'
import { isSurelyName } from '../parse/person-name.ts'
import { asProse } from '../prose.ts'
import { saidLines } from '../said-lines.ts'
import { whom, type WhomSaid } from '../whom.ts'
import { type CancelOutcome, cancelSignup } from './cancel-signup.ts'
import type { cancelGrammar } from './grammar.ts'

type CancelArgs = z.infer<typeof cancelGrammar.shape>

/** Activities offered when none is named: what fits one message in a group, less the question itself. */
const shown = 5

/** 取消: gives back a place, an offer or a place in the waiting list; one's own, or somebody's in scope. */
export const runCancel: Run<CancelArgs> = async (args, context) => {
  const { asker, texts } = context
  const said = await meant(args, context)
  const about = await whom(said, texts.cancel.alone(args), context)
  if ('problem' in about) return askWhich(about, args, context)
  const { person, other } = about
  const reason = other === undefined && !said.who && args.reason ? asProse(args.reason) : undefined
  const codes = [...new Set(args.codes)]
  if (codes.length === 0) return ask(args, person, context)

  const lines: { text: string; personal: boolean }[] = []
  const notices: Notice[] = []
  for (const code of codes) {
    if (other !== undefined) {
      const refusal = await refuse(code, context)
      if (refusal) {
        lines.push({ text: refusal, personal: false })
        continue
      }
    }
    const outcome = await cancelSignup(
      {
        code,
        person: person._id,
        by: asker.person?._id ?? person._id,
        key: codes.length > 1 ? `${context.key}/${code}` : context.key,
        reason,
      },
      context,
    )
    lines.push({ text: say(outcome, other, context), personal: other !== undefined })
    notices.push(...tell(outcome, { person, other, reason }, context))
  }
  return { ...saidLines(lines, context), ...(notices.length > 0 && { notices }) }
}

/** Gives back one's own place when a reminder was answered with no; `lateFrom` as in `cancelSignup`. */
export async function declineReminder(
  { code, person, lateFrom }: { code: string; person: Person; lateFrom: number },
  context: Context,
): Promise<Reply> {
  const { key } = context
  const wish = { code, person: person._id, by: person._id, key, reason: undefined, lateFrom }
  const outcome = await cancelSignup(wish, context)
  return {
    text: say(outcome, undefined, context),
    notices: tell(outcome, { person, other: undefined, reason: undefined }, context),
  }
}

/**
 * `取消 A12 生病了` and `取消 A12 李秀英` look the same. To a leader it is a name. To anybody else it is their reason,
 * unless it is built like a name or somebody is called so: cancelling their own place instead would be worse.
 */
async function meant({ who, reason }: CancelArgs, { asker, store }: Context): Promise<WhomSaid> {
  if (holds(asker.grants, 'leader')) return who ? { who } : { unclear: reason }
  if (!who) return {}
  return isSurelyName(who) || (await store.people.named(who)).length > 0 ? { who } : {}
}

/** Acting for somebody takes a leader of the activity's team. */
async function refuse(code: string, context: Context): Promise<string | undefined> {
  const { asker, texts } = context
  const activity = await context.activity(code)
  if (!activity) return texts.common.noActivity({ code })
  if (may(asker.grants, 'leader', activity)) return undefined
  return texts.common.notYourTeam({ team: activity.team ?? activity.station })
}

function say(outcome: CancelOutcome, who: string | undefined, context: Context): string {
  const { texts } = context
  if (outcome.kind === 'unknown') return texts.common.noActivity({ code: outcome.code })
  const { activity } = outcome
  const whose = { who, code: activity._id }
  if (outcome.kind !== 'cancelled')
    return outcome.kind === 'too_late' ? texts.cancel.tooLate(whose) : texts.cancel.notSignedUp(whose)
  if (outcome.from === 'waiting') return texts.cancel.notWaiting(whose)
  if (outcome.from === 'offered') return texts.cancel.notOffered(whose)
  const what = activityLine(activity, context)
  if (outcome.late && activity.start <= context.now) return texts.cancel.afterStart({ ...whose, what })
  return outcome.late
    ? texts.cancel.late({ ...whose, what, hours: context.rules.lateHours })
    : texts.cancel.done({ ...whose, what })
}

/** Whoever is responsible hears of every place given back, and the person of what somebody else did for them. */
function tell(
  outcome: CancelOutcome,
  { person, other, reason }: { person: Person; other: string | undefined; reason: string | undefined },
  context: Context,
): Notice[] {
  if (outcome.kind !== 'cancelled') return []
  const { asker } = context
  const { activity, from, late } = outcome
  const whatFor = (reader: Reader) => activityLine(activity, { ...context, ...reader })
  const { name, _id: number } = person
  const leader: Notice = {
    person: activity.responsible,
    say: (reader) => ({
      text: reader.texts.cancel.leader({ name, number, what: whatFor(reader), late, reason }),
    }),
  }
  const by = asker.person?.name ?? asker.name
  const theirs: Notice = {
    person: number,
    say: (reader) => ({
      text: reader.texts.cancel.byOther({ by, code: activity._id, what: whatFor(reader) }),
    }),
  }
  return [
    ...(from === 'confirmed' && activity.responsible !== asker.person?._id ? [leader] : []),
    ...(other === undefined ? [] : [theirs]),
  ]
}

/** Asks which one; somebody else's list is not shown, since the asker may not be their leader. */
async function ask(args: CancelArgs, person: Person, context: Context): Promise<Reply> {
  const { store, texts } = context
  if (args.who !== undefined && person._id !== context.asker.person?._id)
    return { text: texts.cancel.which, question: { field: 'codes', args } }
  const own = (await ownActivities(store, { person: person._id, now: context.now })).map(
    ({ activity }) => activity,
  )
  const [only, ...others] = own
  if (!only) return { text: texts.cancel.nothing }
  const question = { field: 'codes', args }
  if (others.length === 0)
    return {
      text: texts.cancel.really({ what: activityLine(only, context), code: only._id }),
      quickReplies: [only._id],
      question,
    }
  const some = own.slice(0, shown)
  return {
    text: [texts.cancel.which, ...some.map((activity) => activityLine(activity, context))].join('\n'),
    quickReplies: some.map(({ _id }) => _id),
    question,
  }
}
