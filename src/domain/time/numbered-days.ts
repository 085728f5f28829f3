import { calendarDate, monthOf, yearOf } from './calendar-date.ts'
import { englishMonth, monthNumber } from './english-month.ts'
import { halfDayWord } from './half-day.ts'
import type { LocalDate } from './local-date.ts'
import { nearest } from './named-day.ts'
import type { DayAbout, DayRule, NamedDay } from './named-day.ts'
import { numeral, readDigits, readNumeral } from './numeral.ts'

const yearWords: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1 }
const monthWords: Readonly<Record<string, number>> = {
  上个月: -1,
  上月: -1,
  这个月: 0,
  本月: 0,
  下个月: 1,
  下月: 1,
}

/** 28号楼 is a building, 3号线 an underground line. */
const day = '(?:日|号(?![楼线院门房馆店仓桥路巷弄室厅栋口]))'
/** Numbers without 日 are a date only when no unit, time or third number can follow: `1/2小时`, `9-12点`, `9-12-1`. */
const numbersEnd = `(?=$|\\.(?!\\d)|[^\\p{L}\\p{N}./:~—–-]|${halfDayWord}|周|星期|礼拜)`
const wordEnd = '(?![\\p{L}\\p{N}])'
const year = '(\\d{4}|[〇零一二三四五六七八九]{4})年'

/** Days by number: with a year, with a month, with the day of the month alone. Dotted numbers are never dates. */
export const numberedDays: readonly DayRule[] = [
  {
    pattern: new RegExp(`^${year}\\s*(${numeral})月\\s*(${numeral})${day}`, 'u'),
    read: ([y = '', m = '', d = '']) => exact(readDigits(y), readNumeral(m), readNumeral(d)),
  },
  {
    pattern: new RegExp(`^(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})${numbersEnd}`, 'u'),
    read: ([y, , m, d]) => exact(Number(y), Number(m), Number(d)),
  },
  {
    pattern: new RegExp(`^(${Object.keys(yearWords).join('|')})\\s*(${numeral})月(${numeral})${day}`, 'u'),
    read: ([word = '', m = '', d = ''], { today }) =>
      exact(yearOf(today()) + (yearWords[word] ?? 0), readNumeral(m), readNumeral(d)),
  },
  {
    pattern: new RegExp(`^(${numeral})月\\s*(${numeral})(?:${day}|${numbersEnd})`, 'u'),
    read: ([m = '', d = ''], about) => inSomeYear(readNumeral(m), readNumeral(d), about),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})[-/](\\d{1,2})${numbersEnd}`, 'u'),
    read: ([m, d], about) => inSomeYear(Number(m), Number(d), about),
  },
  {
    pattern: new RegExp(`^(${Object.keys(monthWords).join('|')})(的)?(${numeral})${day}`, 'u'),
    read: ([word = '', , d = ''], { today }) =>
      numbers(inMonth(today(), monthWords[word] ?? 0, readNumeral(d))),
  },
  {
    pattern: new RegExp(`^(${numeral})${day}`, 'u'),
    read: ([d = ''], about) => {
      const wanted = readNumeral(d)
      return numbers(
        nearest(
          [-1, 0, 1].map((months) => inMonth(about.today(), months, wanted)),
          about,
        ),
      )
    },
  },
  {
    pattern: new RegExp(`^${englishMonth} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?${wordEnd}`, 'iu'),
    read: ([m = '', d, y], about) => english(y, m, d, about),
  },
  {
    pattern: new RegExp(
      `^(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${englishMonth}(?:,? (\\d{4}))?${wordEnd}`,
      'iu',
    ),
    read: ([d, m = '', y], about) => english(y, m, d, about),
  },
]

function numbers(date: LocalDate | undefined): NamedDay | undefined {
  return date === undefined ? undefined : { date, kind: 'numbers' }
}

function exact(y: number | undefined, m: number | undefined, d: number | undefined): NamedDay | undefined {
  return y === undefined || m === undefined || d === undefined ? undefined : numbers(calendarDate(y, m, d))
}

/** This year's, last year's or next year's such day: whichever is nearest in the direction looked at. */
function inSomeYear(m: number | undefined, d: number | undefined, about: DayAbout): NamedDay | undefined {
  if (m === undefined || d === undefined) return undefined
  const thisYear = yearOf(about.today())
  return numbers(
    nearest(
      [-1, 0, 1].map((years) => calendarDate(thisYear + years, m, d)),
      about,
    ),
  )
}

function english(
  y: string | undefined,
  m: string,
  d: string | undefined,
  about: DayAbout,
): NamedDay | undefined {
  return y === undefined
    ? inSomeYear(monthNumber(m), Number(d), about)
    : exact(Number(y), monthNumber(m), Number(d))
}

function inMonth(today: LocalDate, months: number, d: number | undefined): LocalDate | undefined {
  const counted = yearOf(today) * 12 + monthOf(today) - 1 + months
  return d === undefined ? undefined : calendarDate(Math.floor(counted / 12), (counted % 12) + 1, d)
}
