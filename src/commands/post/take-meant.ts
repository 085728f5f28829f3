import { takeDate } from '../../domain/time/take-date.ts'
import { takeRange } from '../../domain/time/take-range.ts'
import type { Reading } from '../grammar.ts'
import { readSeries } from '../series-args.ts'
import type { PostArgs } from './grammar.ts'

type Meant = Pick<PostArgs, 'unclear' | 'category' | 'team'>

/**
 * Takes from the fields that nothing was made of those that look like a time, a kind of service or a team without
 * being one: they are asked about instead of becoming the place. What is known already is not looked for again.
 */
export function takeMeant(
  plain: readonly string[],
  { args, fields, reading }: { args: PostArgs; fields: readonly string[]; reading: Reading },
): { meant: Meant; left: string[] } {
  const left = [...plain]
  const take = (at: number) => (at === -1 ? undefined : left.splice(at, 1)[0])
  const isInOrder = isTimeThird(fields, reading) && plain[1] === fields[1] && plain[2] === fields[3]
  const unclear =
    args.start === undefined && !args.series && take(left.findIndex((field) => looksLikeTime(field, reading)))
  const category = !args.category && isInOrder && take(1)
  const team = !args.team && take(left.findIndex((field, i) => i > 1 && /^\S{1,20}[队站]$/u.test(field)))
  return {
    meant: { ...(unclear && { unclear }), ...(category && { category }), ...(team && { team }) },
    left,
  }
}

const clockSigns =
  /^(?:[\d\s:点半分时刻到至~—上下中午早晚夜凌晨次日天月号-]|morning|noon|afternoon|evening|night|[ap]m|to)*$/iu

/** `周六上午` and `12月8日12:00-9:00` are meant as times, `周六探访老人` is not. */
function looksLikeTime(field: string, { now, zone }: Reading): boolean {
  const rest = takeDate(field, { now, zone, toward: 'future' })?.rest
  const clock = rest ?? (/^\d{1,2}[:点]/.test(field) ? field : undefined)
  return clock !== undefined && clockSigns.test(clock)
}

/** Whether the time stands third, as help shows it: then what stands around it is a kind of service and a place. */
function isTimeThird([, , time = '']: readonly string[], reading: Reading): boolean {
  const { now, zone } = reading
  if (readSeries(time, reading)) return true
  return takeRange(time, { now, zone, toward: 'future' })?.rest === ''
}
