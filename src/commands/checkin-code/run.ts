import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import { may } from '../../domain/roles.ts'
import { activityLine } from '../activity-line.ts'
import type { Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import type { checkinCodeGrammar } from './grammar.ts'

type CheckinCodeArgs = z.infer<typeof checkinCodeGrammar.shape>

/** 签到码: four digits that are shown where people meet. An activity has one and keeps it, whoever asks again. */
export const runCheckinCode: Run<CheckinCodeArgs> = async ({ code }, context) => {
  const { asker, store, texts } = context
  if (!code) return { text: texts.checkinCode.which, question: { field: 'code', args: {} } }
  const activity = await context.activity(code)
  if (!activity) return { text: texts.common.noActivity({ code }) }
  if (!may(asker.grants, 'socialWorker', activity))
    return { text: texts.common.notAllowed({ role: texts.common.roles.socialWorker }) }
  const pin =
    activity.checkinCode ?? (await store.activities.setCheckinCode(code, String(randomInt(1_000, 10_000))))
  const what = activityLine(activity, context)
  return inPrivate(texts.checkinCode.done({ what, code, pin }), context)
}
