import { z } from 'zod'
import type { Grammar, Reading } from '../grammar.ts'
import { takeCode } from '../parse/take.ts'
import { takeDays } from './take-days.ts'

const shape = z.object({
  code: z.string().optional(),
  from: z.string().optional(),
  /** Inclusive. */
  to: z.string().optional(),
  category: z.string().optional(),
  team: z.string().optional(),
  /** How many were shown already. */
  skip: z.number().int().min(0).optional(),
})

/** Activities shown at once. */
export const pageSize = 5

const more = /^(?:更多|还有吗|more)$/i

/** `活动 [本周|老人服务|南园队]`, `活动 A12`, `A12`. */
export const listGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'list',
  words: { 'zh-CN': ['活动', '活动列表'], en: ['list', 'activities'] },
  shape,
  read(rest, reading) {
    if (rest === '') return { args: {} }
    const code = takeCode(rest, 'A')
    if (code) return code.rest === '' ? { args: { code: code.value } } : undefined
    const args: z.infer<typeof shape> = {}
    let left = rest
    while (left !== '') {
      const next = takeFilter(left, reading)
      if (!next || Object.keys(next.filter).some((name) => name in args)) return undefined
      Object.assign(args, next.filter)
      left = next.rest.replace(/^[\s,、|的]+/, '')
    }
    return { args }
  },
  questions: {
    skip: {
      optional: true,
      read: (text, _reading, { skip = 0 }) => (more.test(text) ? { skip: skip + pageSize } : undefined),
    },
  },
  needs: 'anyone',
  where: 'anywhere',
}

/** One thing to go by at the beginning of a text: a category, a team, days to come. */
function takeFilter(
  text: string,
  reading: Reading,
): { filter: Pick<z.infer<typeof shape>, 'category' | 'team' | 'from' | 'to'>; rest: string } | undefined {
  const { categories, teams } = reading.snapshot
  const longest = (names: readonly string[]) =>
    names.filter((name) => text.startsWith(name)).toSorted((a, b) => b.length - a.length)[0]
  const category = longest(categories)
  if (category) return { filter: { category }, rest: text.slice(category.length) }
  const team = longest(teams)
  if (team) return { filter: { team }, rest: text.slice(team.length) }
  const days = takeDays(text, reading)
  return days && { filter: { from: days.from, to: days.to }, rest: days.rest }
}
