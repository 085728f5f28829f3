import { z } from 'zod'
import type { Reply } from '../chat/reply.ts'
import { formatClock, formatDay } from '../locale/format.ts'
import type { Context } from './command.ts'
import type { Question } from './grammar.ts'
import { latestSchedule, mostDaysAhead, type Schedule, takeMoment } from './parse/schedule.ts'

/** When something goes out, as a command keeps it: said to be later, and the moment in milliseconds once it is clear. */
export const scheduledShape = { scheduled: z.boolean().optional(), at: z.int().optional() }
export type ScheduledArgs = { scheduled?: boolean | undefined; at?: number | undefined }

export const scheduledArgs = ({ at }: Schedule): { scheduled: true; at?: number } => ({
  scheduled: true,
  ...(at !== undefined && { at }),
})

/** The answer to when. */
export const momentQuestion: Question<ScheduledArgs> = {
  read(text, reading) {
    const { at, rest } = takeMoment(text.replace(/^定时\s*/, ''), reading)
    return at !== undefined && rest === '' ? { at } : undefined
  },
}

/** Asks for the moment when it is not clear, is over, or lies too far off. */
export function askMoment(
  { scheduled, at }: ScheduledArgs,
  args: Record<string, unknown>,
  { texts, now, zone }: Context,
): Reply | undefined {
  if (!scheduled) return undefined
  const ask = (text: string): Reply => ({
    text,
    question: { field: 'at', args: { ...args, scheduled, at: undefined } },
  })
  if (at === undefined) return ask(texts.schedule.ask)
  const when = sayMoment(at, { texts, now, zone })
  if (at <= now.getTime()) return ask(texts.schedule.past({ when }))
  if (at > latestSchedule({ now: now.getTime(), zone }))
    return ask(texts.schedule.tooFar({ when, days: mostDaysAhead }))
  return undefined
}

/** `11月27日 周五 18:00`. */
export const sayMoment = (
  moment: Date | number,
  { texts, now, zone }: Pick<Context, 'texts' | 'now' | 'zone'>,
): string => `${formatDay(moment, { zone, texts, now })} ${formatClock(moment, zone)}`
