import { randomInt } from 'node:crypto'
import { may } from '../../domain/roles.ts'
import { activityLine } from '../activity-line.ts'
import type { Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import type { CheckinCodeArgs } from './grammar.ts'

/** 签到码: four digits that are shown where people meet. An activity keeps its own until another one is asked for. */
export const runCheckinCode: Run<CheckinCodeArgs> = async ({ code, to }, context) => {
  const { asker, store, texts, key } = context
  if (!code) return { text: texts.checkinCode.which, question: { field: 'code', args: {} } }
  const activity = await context.activity(code)
  if (!activity) return { text: texts.common.noActivity({ code }) }
  if (!may(asker.grants, 'socialWorker', activity))
    return { text: texts.common.notAllowed({ role: texts.common.doers.socialWorker }) }
  const what = activityLine(activity, context)
  if (to === 'off') {
    await store.activities.changeCheckinCode(code, { key })
    return { text: texts.checkinCode.off({ what, code }) }
  }
  const fresh = String(randomInt(1_000, 10_000))
  const pin =
    to === 'new'
      ? await store.activities.changeCheckinCode(code, { key, to: fresh })
      : (activity.checkinCode ?? (await store.activities.setCheckinCode(code, fresh)))
  return inPrivate(texts.checkinCode.done({ what, code, pin: pin ?? fresh }), context)
}
