import { numeral, readNumeral } from './numeral.ts'
import { takeLongest } from './take-longest.ts'
import type { Rule } from './take-longest.ts'

const longest = 24 * 60

const hour = '(?:小时|钟头|钟|h(?:(?:ou)?rs?)?(?![a-z]))'
const minute = '(?:分钟|分(?!\\p{L})|min(?:ute)?s?(?![a-z]))'
/** About three hours (3小时左右, 3小时多) is not three hours, and digits or 半 that follow would change the number. */
const end = '(?!多|左右|上下|以上|以下|以内|内|前|后|半|[\\d.:])'

const words = ['an', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const word = `(${words.join('|')})`

/** The unit is always said. What is halved, added or left out is in the table; the numbers are checked by `total`. */
const rules: readonly Rule<number, undefined>[] = [
  {
    pattern: new RegExp(`^(\\d{1,2}\\.\\d{1,2}|${numeral})\\s*(?:个\\s*)?${hour}${end}`, 'iu'),
    read: ([h]) => total(h, '0'),
  },
  { pattern: new RegExp(`^(${numeral})个半${hour}${end}`, 'iu'), read: ([h]) => total(h, '30') },
  { pattern: new RegExp(`^(${numeral})个?${hour}半(?![\\p{L}\\d])`, 'iu'), read: ([h]) => total(h, '30') },
  { pattern: new RegExp(`^半个?${hour}${end}`, 'iu'), read: () => 30 },
  {
    pattern: new RegExp(
      `^(${numeral})\\s*(?:个\\s*)?(?:${hour}|h)\\s*(?:零|又|and )?\\s*(${numeral})\\s*(?:${minute}|m(?![a-z]))${end}`,
      'iu',
    ),
    read: ([h, m]) => total(h, m),
  },
  {
    pattern: new RegExp(`^(${numeral})\\s*(?:个\\s*)?(?:${hour}|h)(\\d{2})(?![\\p{L}\\p{N}.:])`, 'iu'),
    read: ([h, m]) => total(h, m),
  },
  {
    pattern: new RegExp(`^(${numeral})\\s*${minute}${end}`, 'iu'),
    read: ([m = '']) => upToADay(readNumeral(m)),
  },
  { pattern: new RegExp(`^([一三])刻钟${end}`, 'u'), read: ([quarters]) => (quarters === '一' ? 15 : 45) },
  { pattern: /^half an hour(?![a-z])/iu, read: () => 30 },
  { pattern: new RegExp(`^${word} hours?(?![a-z])`, 'iu'), read: ([h]) => total(inWords(h), '0') },
  {
    pattern: new RegExp(`^${word} (?:hours? and a half|and a half hours)(?![a-z])`, 'iu'),
    read: ([h]) => total(inWords(h), '30'),
  },
]

/**
 * Reads a duration with its unit from the beginning of a text: `3小时`, `两个半钟`, `90分钟`, `1小时45分`, `1h30m`.
 * Whole minutes, more than none and at most 24 hours. `3`, `半天` and `2:30` have no unit and are not understood.
 */
export function takeDuration(text: string): { minutes: number; rest: string } | undefined {
  const taken = takeLongest(rules, text, undefined)
  return taken && { minutes: taken.meaning, rest: taken.rest }
}

function total(hours = '', minutes = ''): number | undefined {
  const h = hours.includes('.') ? Number(hours) : readNumeral(hours)
  const m = readNumeral(minutes)
  if (h === undefined || m === undefined || m > 59) return undefined
  const sum = Math.round(h * 6000) / 100 + m
  return Number.isInteger(sum) ? upToADay(sum) : undefined
}

function upToADay(minutes: number | undefined): number | undefined {
  return minutes !== undefined && minutes > 0 && minutes <= longest ? minutes : undefined
}

function inWords(said = ''): string {
  return String(Math.max(1, words.indexOf(said.toLowerCase())))
}
