import type { Closed } from '../../domain/signup-gates.ts'
import { formatDay } from '../../locale/format.ts'
import type { Activity } from '../../store/activity.ts'
import { activityLine } from '../activity-line.ts'
import type { Context } from '../command.ts'
import type { SignupOutcome } from './outcome.ts'

/** Gates whose reason is about the person and nobody else's business. */
const personal: readonly Closed['gate'][] = [
  'lacks_skill',
  'under_age',
  'guardian',
  'own_consent',
  'collides',
]

/** One sentence about one outcome. `personal` ones are not said in a room. */
export function sayOutcome(
  outcome: SignupOutcome,
  who: string | undefined,
  context: Pick<Context, 'texts' | 'zone' | 'now'>,
): { text: string; personal: boolean } {
  const { texts } = context
  if (outcome.kind === 'unknown')
    return { text: texts.common.noActivity({ code: outcome.code }), personal: false }
  const { activity } = outcome
  const whose = { who, code: activity._id }
  const what = activityLine(activity, context)
  switch (outcome.kind) {
    case 'confirmed':
      return {
        text: texts.signup.confirmed({ ...whose, what, place: activity.meetAt ?? activity.place }),
        personal: who !== undefined,
      }
    case 'waiting':
      return {
        text: texts.signup.waiting({ ...whose, what, position: outcome.position }),
        personal: who !== undefined,
      }
    case 'already':
      return {
        text: texts.signup.already({ ...whose, state: outcome.state, position: outcome.position }),
        personal: who !== undefined,
      }
    case 'closed':
      return {
        text: sayGate(outcome.closed, { activity, who }, context),
        personal: personal.includes(outcome.closed.gate),
      }
  }
}

function sayGate(
  closed: Closed,
  { activity, who }: { activity: Activity; who: string | undefined },
  { texts, zone, now }: Pick<Context, 'texts' | 'zone' | 'now'>,
): string {
  const code = activity._id
  switch (closed.gate) {
    case 'already':
      return texts.signup.already({ who, code, state: closed.state, position: undefined })
    case 'over':
      return texts.signup.over({ code })
    case 'cancelled':
      return texts.signup.cancelled({ code })
    case 'full':
      return texts.signup.full({ code })
    case 'not_open':
      return texts.signup.notOpen({ code, from: formatDay(closed.opensAt, { zone, texts, now }) })
    case 'lacks_skill':
      return texts.signup.lacksSkill({ who, code, skills: closed.missing.join('、') })
    case 'under_age':
      return closed.age === undefined
        ? texts.signup.ageUnknown({ who, code, minimum: closed.minimum })
        : texts.signup.tooYoung({ who, code, minimum: closed.minimum })
    case 'guardian':
      return texts.signup.guardian({ who, code, minimum: closed.minimum })
    case 'own_consent':
      return texts.signup.ownConsent({ who, code, minimum: closed.minimum })
    case 'collides':
      return texts.signup.collides({ who, code, other: closed.code })
  }
}
