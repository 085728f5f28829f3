import { addDays, localDate } from '../../domain/time/local-date.ts'
import { clockMoment } from '../../domain/time/clock-moment.ts'
import { takeClock } from '../../domain/time/take-clock.ts'
import { takeDate } from '../../domain/time/take-date.ts'
import type { Reading } from '../grammar.ts'

/** What was said of when something goes out. `at` in milliseconds; undefined when it was 定时 and no moment is clear. */
export type Schedule = { at: number | undefined; rest: string }

/** 定时 周五18:00, 定时18点; 定时器坏了 is text. */
const chinese = /^定时(?=$|[\s\d:,]|今|明|后天|大后|下|本|这|周|星期|礼拜|早|晚|上午|中午|下午|凌晨)[\s:,]*/
const english = /^scheduled?(?: for)?[\s:,]+/i

/** Reads `定时 周五18:00 内容` from the beginning of a text; undefined when nothing is scheduled there. */
export function takeSchedule(text: string, reading: Pick<Reading, 'now' | 'zone'>): Schedule | undefined {
  const word = chinese.exec(text)?.[0]
  if (word !== undefined) return takeMoment(text.slice(word.length), reading)
  const said = english.exec(text)?.[0]
  const taken = said === undefined ? undefined : takeMoment(text.slice(said.length), reading)
  return taken?.at === undefined ? undefined : taken
}

/** A day and a clock time, or a clock time of today. A day alone is no moment yet. */
export function takeMoment(text: string, { now, zone }: Pick<Reading, 'now' | 'zone'>): Schedule {
  const day = takeDate(text, { now, zone, toward: 'future' })
  const clock = takeClock(day ? day.rest.replace(/^[\s,的]+/, '') : text)
  // Where the time is missing a day is its word alone: 早 of 早点来 is no part of 周五.
  const [first = ''] = text.split(/\s/, 1)
  const isDay = takeDate(first, { now, zone, toward: 'future' })?.rest === ''
  const rest = clock?.rest ?? (isDay ? text.slice(first.length) : (day?.rest ?? text))
  const date = day?.date ?? localDate(now, zone)
  const at = clock && clockMoment(date, clock.time.minutes, zone)
  return { at, rest: rest.replace(/^[\s,:]+/, '') }
}

/** The last moment that can be scheduled: nobody plans a call for next year, a slip of the finger does. */
export const latestSchedule = ({ now, zone }: Pick<Reading, 'now' | 'zone'>): number =>
  clockMoment(addDays(localDate(now, zone), mostDaysAhead), 0, zone) ?? now

/** Days for which a broadcast may be scheduled ahead. */
export const mostDaysAhead = 90
