import { takeDuration } from '../../domain/time/take-duration.ts'
import { takeRange } from '../../domain/time/take-range.ts'
import type { Reading } from '../grammar.ts'
import { asProse } from '../prose.ts'
import type { PostArgs } from './grammar.ts'
import { readSeries } from '../series-args.ts'
import { takeMeant } from './take-meant.ts'

type Field = { of: (text: string, reading: Reading) => PostArgs | undefined }

/** Fields that are known by what they look like, wherever they stand. */
const recognised: readonly Field[] = [
  { of: readWhen },
  { of: (text, { snapshot }) => (snapshot.categories.includes(text) ? { category: text } : undefined) },
  { of: (text, { snapshot }) => (snapshot.teams.includes(text) ? { team: text } : undefined) },
  {
    of(text) {
      // How many there can be is not asked here: 0人 is a number of places that is asked again, and no risk notice.
      const places = /^(?:名额|需要|招|限)?\s?(-?\d{1,9}) ?(?:人|个人|位|名|个名额|people|places)?$/i.exec(
        text,
      )?.[1]
      return places ? { places: Number(places) } : undefined
    },
  },
  {
    of(text) {
      const age = /^(?:满|年满)?(\d{1,2}) ?(?:岁|周岁)(?:以上|及以上)?$|^(\d{1,2})\+$/.exec(text)
      const years = age?.[1] ?? age?.[2]
      return Number(years) >= 1 ? { minAge: Number(years) } : undefined
    },
  },
  {
    of(text) {
      const rest = /^(?:休息|中间休息|rest|break) ?(.+)$/i.exec(text)?.[1]
      const duration = rest ? takeDuration(rest) : undefined
      return duration?.rest === '' && duration.minutes <= 600 ? { restMinutes: duration.minutes } : undefined
    },
  },
  { of: (text) => (/^(?:危险|高风险|dangerous)$/i.test(text) ? { dangerous: true } : undefined) },
  {
    of(text) {
      const risk = /^(?:风险|注意|提示|risk)[:: ]\s*(.{1,200})$/i.exec(text)?.[1]
      return risk ? { risk: asProse(risk) } : undefined
    },
  },
  {
    of(text) {
      const skills = /^(?:技能|要求|需要技能|skills?)[:: ]\s*(.+)$/i.exec(text)?.[1]
      const named =
        skills
          ?.split(/[\s、]+/)
          .filter(Boolean)
          .slice(0, 10) ?? []
      return named.length > 0 && named.every((one) => one.length <= 80) ? { skills: named } : undefined
    },
  },
]

/** When it is: a day with its clock times, or a series of days. */
export function readWhen(
  text: string,
  reading: Reading,
): Pick<PostArgs, 'start' | 'end' | 'series'> | undefined {
  const series = readSeries(text, reading)
  if (series) return { series, start: undefined, end: undefined }
  const range = takeRange(text, { ...reading, toward: 'future' })
  return range?.rest === '' ? { start: range.start, end: range.end, series: undefined } : undefined
}

/** Separators in the order of preference: a bar or a new line leaves commas to the text. */
const separators = [/\s*[|\n]\s*/, /\s*[,;]\s*/]

/**
 * The fields of `发布`, known by what they are; of the others the first is the title and the second the place,
 * and what else is said joins the risk notice, where the preview shows it. What looks like a time, a team or a kind
 * of service without being one is kept to be asked about. Not understood when one is too long.
 */
export function readFields(text: string, reading: Reading): PostArgs | undefined {
  const separator = separators.find((one) => one.test(text))
  const fields = (separator ? text.split(separator) : [text]).map((field) => field.trim()).filter(Boolean)
  const args: PostArgs = {}
  const plain: string[] = []
  for (const field of fields) {
    const known = recognised.map(({ of }) => of(field, reading)).find(Boolean)
    if (known) Object.assign(args, known)
    else plain.push(field)
  }
  const { meant, left } = takeMeant(plain, { args, fields, reading })
  const [title, place, ...others] = left.map(asProse)
  if ([title, place].some((one) => one !== undefined && one.length > 80)) return undefined
  const risk = [args.risk, ...others].filter(Boolean).join('; ')
  if (risk.length > 200) return undefined
  return { ...args, ...meant, ...(title && { title }), ...(place && { place }), ...(risk && { risk }) }
}
