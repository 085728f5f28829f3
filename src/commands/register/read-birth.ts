import { Temporal } from 'temporal-polyfill'
import { numeral, readDigits, readNumeral } from '../../domain/time/numeral.ts'
import type { Reading } from '../grammar.ts'

/** Oldest age that is believed, in years. */
const oldest = 110

const sign = '[〇零一二三四五六七八九]'
const spokenYear = new RegExp(`^(?:${sign}{4}|${sign}{2}(?=年))`, 'u')
const spokenMonth = new RegExp(`(?<=年)${numeral}(?=月)`, 'u')
const spokenDay = new RegExp(`(?<=月)${numeral}(?=[日号]?$)`, 'u')

/** A date said in Chinese digits, in Arabic ones: `一九五五年三月` is `1955年3月`. */
const inDigits = (text: string): string =>
  text
    .replace(spokenYear, (year) => String(readDigits(year)).padStart(year.length, '0'))
    .replace(spokenMonth, (month) => String(readNumeral(month) ?? month))
    .replace(spokenDay, (day) => String(readNumeral(day) ?? day))

/**
 * A birth year (`1990`, `1990年`, `90年`) or date (`1990-05-01`, `1990年5月1日`, `1990/5/1`) in its written form, also
 * said in Chinese digits (`一九五五年三月八日`). Of a year with a month the year counts, as the gates go by it. Not
 * understood: a date that does not exist, one to come, and one more than 110 years ago.
 */
export function readBirth(text: string, { now, zone }: Pick<Reading, 'now' | 'zone'>): string | undefined {
  const thisYear = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).year
  const said = inDigits(text.replace(/出?生(?:于|的)?$|^出?生(?:于)?|年生$/g, '').trim())
  const short = /^(\d{2})年?$/.exec(said)
  if (short && /年|生/.test(text)) {
    const year = 1900 + Number(short[1])
    return String(year + 100 <= thisYear - 10 ? year + 100 : year)
  }
  const match = /^(\d{4})(?:年|-|\/)?(?:(\d{1,2})(?:月|[-/](?=\d))(?:(\d{1,2})日?号?)?)?$/.exec(said)
  if (!match) return undefined
  const year = Number(match[1])
  if (year > thisYear || year < thisYear - oldest) return undefined
  if (!match[2]) return String(year)
  try {
    const date = Temporal.PlainDate.from(
      { year, month: Number(match[2]), day: Number(match[3] ?? 1) },
      { overflow: 'reject' },
    )
    return match[3] ? date.toString() : String(year)
  } catch {
    return undefined
  }
}
