/**
 * Words for a part of the day. `hours` says which spoken hours go with the word and what is added to them:
 * 下午2点 is 14:00 and so is 下午14点; 晚上12点 is the midnight that ends the day; 晚上1点 belongs to nobody's day.
 * `half` is what a second clock time inherits.
 */
type PartOfDay = {
  words: readonly string[]
  half: HalfDay
  hours: readonly { from: number; to: number; add: number }[]
}

/** Which half of the day a clock time was said in. `evening` may run over midnight. */
export type HalfDay = 'morning' | 'afternoon' | 'evening'

const partsOfDay: readonly PartOfDay[] = [
  {
    words: ['凌晨'],
    half: 'morning',
    hours: [
      { from: 0, to: 6, add: 0 },
      { from: 12, to: 12, add: -12 },
    ],
  },
  {
    words: ['清晨', '早晨', '早上', '上午', '早'],
    half: 'morning',
    hours: [{ from: 5, to: 11, add: 0 }],
  },
  {
    words: ['中午'],
    half: 'afternoon',
    hours: [
      { from: 11, to: 14, add: 0 },
      { from: 1, to: 2, add: 12 },
    ],
  },
  {
    words: ['下午', '午后'],
    half: 'afternoon',
    hours: [
      { from: 1, to: 8, add: 12 },
      { from: 12, to: 20, add: 0 },
    ],
  },
  {
    words: ['傍晚', '晚上', '夜里', '夜晚', '晚'],
    half: 'evening',
    hours: [
      { from: 5, to: 12, add: 12 },
      { from: 17, to: 23, add: 0 },
    ],
  },
  {
    words: ['am', 'a.m.'],
    half: 'morning',
    hours: [
      { from: 1, to: 11, add: 0 },
      { from: 12, to: 12, add: -12 },
    ],
  },
  {
    words: ['pm', 'p.m.'],
    half: 'afternoon',
    hours: [
      { from: 1, to: 11, add: 12 },
      { from: 12, to: 12, add: 0 },
    ],
  },
]

/** Pattern source of the Chinese words, which stand before the hour. 早餐 and 晚饭 are meals, not parts of a day. */
export const halfDayWord = `(?:${partsOfDay
  .flatMap((part) => part.words)
  .filter((word) => !/^[a-z]/.test(word))
  .join('|')})(?![餐饭])`

/** The hour of the day (0 to 24) for a spoken hour, and the half it belongs to; `undefined` when the two do not go together. */
export function hourOfDay(hour: number, word: string): { hour: number; half: HalfDay } | undefined {
  const part = partsOfDay.find(({ words }) => words.includes(word.toLowerCase()))
  const span = part?.hours.find(({ from, to }) => hour >= from && hour <= to)
  return part && span && { hour: hour + span.add, half: part.half }
}
