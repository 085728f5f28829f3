import { addDays } from './local-date.ts'
import type { DayRule } from './named-day.ts'

/** Words for a day, counted in days from today. */
export const dayWords: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  前日: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
  yesterday: -1,
  'last night': -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
}

/** Pattern source of such a word in one group. English words end with their letters; after a Chinese word anything may follow. */
export const dayWord = `(${Object.keys(dayWords)
  .map((word) => (/^[a-z]/.test(word) ? `${word}(?![a-z])` : word))
  .join('|')})`

/** The first sign of 昨晚, 今早, 明晚; the second is read as the part of the day it is. */
const shortWords: Readonly<Record<string, number>> = { 前: -2, 昨: -1, 今: 0, 明: 1 }

/** 今天, 昨晚, 大后天, tomorrow. */
export const wordDays: readonly DayRule[] = [
  {
    pattern: new RegExp(`^${dayWord}`, 'iu'),
    read: ([word = ''], { today }) => ({
      date: addDays(today(), dayWords[word.toLowerCase()] ?? 0),
      kind: 'word',
    }),
  },
  {
    pattern: /^([前昨今明])(?=[早晚](?![餐饭]))/u,
    read: ([word = ''], { today }) => ({ date: addDays(today(), shortWords[word] ?? 0), kind: 'word' }),
  },
]
