import { z } from 'zod'
import { readNumeral } from '../../domain/time/numeral.ts'
import { takeSeries } from '../../domain/time/take-series.ts'
import { readWideYes } from '../answers.ts'
import type { Grammar, Reading } from '../grammar.ts'
import { isQuiet } from '../parse/quiet.ts'
import { readSeriesEnd, seriesShape, spansShape } from '../series-args.ts'
import { readFields, readWhen } from './read-fields.ts'

const short = z.string().min(1).max(80)
const shape = z.object({
  title: short.optional(),
  category: short.optional(),
  /** Milliseconds. */
  start: z.number().int().optional(),
  /** What was said for the time, when it could not be understood whole. */
  unclear: short.optional(),
  end: z.number().int().optional(),
  /** The days of several activities at once; their times are shown, and those shown are made after 是. */
  series: seriesShape.optional(),
  spans: spansShape.optional(),
  place: short.optional(),
  /** As said; how many there can be is asked when the command runs. */
  places: z.number().int().optional(),
  restMinutes: z.number().int().min(0).max(600).optional(),
  risk: z.string().max(200).optional(),
  minAge: z.number().int().min(1).max(99).optional(),
  dangerous: z.boolean().optional(),
  skills: z.array(short).max(10).optional(),
  team: short.optional(),
  confirm: z.boolean().optional(),
})
export type PostArgs = z.infer<typeof shape>

const answer = (text: string) =>
  text.length <= 80 && !text.includes('\n') && !isQuiet(text) ? text : undefined

/** `发布 探访老人 | 老人服务 | 周六9:00-12:00 | 福利院 | 10人`; what is missing is asked for. */
export const postGrammar: Grammar<PostArgs> = {
  name: 'post',
  words: { 'zh-CN': ['发布', '发布活动', '新活动'], en: ['post'] },
  multiline: true,
  shape,
  read(rest, reading) {
    if (rest === '') return { args: {}, loose: true }
    const args = readFields(rest, reading)
    return args && { args, loose: args.start === undefined }
  },
  questions: {
    title: { free: true, read: (text) => (answer(text) ? { title: text } : undefined) },
    category: {
      read: (text, { snapshot }) => (snapshot.categories.includes(text) ? { category: text } : undefined),
    },
    start: { read: readTime },
    seriesEnd: {
      read(text, reading, { series }) {
        const end = readSeriesEnd(text, reading)
        return end && series && { series: { ...series, ...end } }
      },
    },
    place: { free: true, read: (text) => (answer(text) ? { place: text } : undefined) },
    places: {
      read(text) {
        const said =
          /^(-?\d{1,9}|[一二两三四五六七八九十百]{1,5}) ?(?:人|个人|位|个|名|people|places)?$/iu.exec(
            text,
          )?.[1]
        const places = said && /\d/.test(said) ? Number(said) : said && readNumeral(said)
        return typeof places === 'number' ? { places } : undefined
      },
    },
    team: { read: (text, { snapshot }) => (snapshot.teams.includes(text) ? { team: text } : undefined) },
    confirm: {
      read(text) {
        const confirm = readWideYes(text)
        return confirm === undefined ? undefined : { confirm }
      },
    },
  },
  needs: 'leader',
  where: 'anywhere',
}

/** A time, a series, or the clock times alone where the day or the days were said before. */
function readTime(
  text: string,
  reading: Reading,
  { series, unclear }: PostArgs,
): Partial<PostArgs> | undefined {
  const found = readWhen(text, reading) ?? (unclear && readWhen(`${unclear} ${text}`, reading))
  if (found) return { ...found, unclear: undefined }
  const clock = takeSeries(`每天 ${text}`, reading)
  return series && clock?.rest === '' && clock.series.clock
    ? { series: { ...series, clock: clock.series.clock } }
    : undefined
}
