import type { z } from 'zod'
import { localDate } from '../../domain/time/local-date.ts'
import { formatDay } from '../../locale/format.ts'
import type { Resolve } from '../command.ts'
import { ownActivities } from '../own-activities.ts'
import type { cancelGrammar } from './grammar.ts'

type CancelArgs = z.infer<typeof cancelGrammar.shape>

/** Who cannot come on some day means what they have on that day, if that is one thing. */
export const resolveCancel: Resolve<CancelArgs> = async (args, { store, asker, texts, zone, now }) => {
  if (!asker.person) return undefined
  const own = (await ownActivities(store, { person: asker.person._id, now })).map(({ activity }) => activity)
  const meant = own.filter(
    ({ _id, start }) =>
      (args.codes.length === 0 || args.codes.includes(_id)) &&
      (args.date === undefined || localDate(start.getTime(), zone) === args.date),
  )
  const [only, ...others] = meant
  if (!only || others.length > 0) return undefined
  const day = formatDay(only.start, { zone, texts, now })
  return { args: { codes: [only._id] }, said: texts.cancel.one({ day, code: only._id, title: only.title }) }
}
