import type { Reply } from '../../chat/reply.ts'
import { plannedMinutes } from '../../domain/hours.ts'
import { readNumeral } from '../../domain/time/numeral.ts'
import { formatMinutes, formatRange } from '../../locale/format.ts'
import type { Activity } from '../../store/activities.ts'
import type { Context } from '../command.ts'
import { planOf } from './gates.ts'
import type { LogArgs } from './run.ts'

/** Asks how long; a bare number is asked back with both units, anything else with the planned time. */
export function askTime({ unclear, ...known }: LogArgs, activity: Activity, context: Context): Reply {
  const { texts } = context
  const planned = formatMinutes(plannedMinutes(planOf(activity)), texts)
  const bare = readNumeral(unclear ?? '') ?? Number.NaN
  const readings =
    Number.isInteger(bare) && bare > 0 && bare <= 24
      ? [formatMinutes(bare * 60, texts), formatMinutes(bare, texts)]
      : [planned]
  const [first = planned, second] = readings
  return {
    text:
      unclear === undefined
        ? texts.log.howLong({ code: activity._id, range: formatRange(activity, context), planned })
        : second
          ? texts.log.whichUnit({ said: unclear, first, second })
          : texts.log.sayClearly({ said: unclear, planned }),
    quickReplies: readings,
    question: { field: 'minutes', args: known },
  }
}
