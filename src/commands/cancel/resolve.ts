import type { z } from 'zod'
import { localDate, startOfDay } from '../../domain/time/local-date.ts'
import { formatDay } from '../../locale/format.ts'
import type { Context, Resolve } from '../command.ts'
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
  if (!only) return { instead: nothingMeant(args, own.length > 0, { texts, zone, now }) }
  if (others.length > 0) return undefined
  const day = formatDay(only.start, { zone, texts, now })
  return { args: { codes: [only._id] }, said: texts.cancel.one({ day, code: only._id, title: only.title }) }
}

/** That there is nothing to cancel: at the activity or on the day that was said, or at all. */
function nothingMeant(
  { codes: [code], date }: CancelArgs,
  hasOthers: boolean,
  { texts, zone, now }: Pick<Context, 'texts' | 'zone' | 'now'>,
): string {
  if (!hasOthers) return texts.cancel.nothing
  if (code) return texts.cancel.notSignedUp({ who: undefined, code })
  const day = date && formatDay(startOfDay(date, zone), { zone, texts, now })
  return day ? texts.cancel.nothingOn({ day }) : texts.cancel.nothing
}
