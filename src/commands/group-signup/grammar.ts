import { z } from 'zod'
import { readNumeral } from '../../domain/time/numeral.ts'
import type { Grammar } from '../grammar.ts'
import { managedQuestions } from '../managed-questions.ts'
import { takeCode } from '../parse/take.ts'

/** A group is one number and its names stand in the activity: more than this is an event of its own. */
const most = 1_000
const names = z.array(z.string().min(1).max(20)).max(most)
const shape = z.object({
  code: z.string().optional(),
  team: z.string().optional(),
  count: z.number().int().min(0).max(most).optional(),
  names: names.optional(),
  /** The list was asked for but not said yet. */
  list: z.boolean().optional(),
  confirm: z.boolean().optional(),
})
export type GroupSignupArgs = z.infer<typeof shape>

/** `代报 A12 30` sets how many places a group has; `代报 A12 名单` with a name a line says who comes. */
export const groupSignupGrammar: Grammar<GroupSignupArgs> = {
  name: 'group-signup',
  words: { 'zh-CN': ['代报', '团体报名'], en: ['group-signup', 'group signup'] },
  multiline: true,
  shape,
  read(rest, { snapshot }) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    if (!code) return undefined
    const team = snapshot.teams
      .toSorted((a, b) => b.length - a.length)
      .find((name) => code.rest.startsWith(name))
    const left = code.rest.slice(team?.length ?? 0).replace(/^[\s,:]+/, '')
    const known = { code: code.value, ...(team && { team }) }
    if (left === '') return { args: known, loose: true }
    const wanted = readList(left) ?? readCount(left)
    return wanted && { args: { ...known, ...wanted }, loose: 'list' in wanted }
  },
  questions: {
    ...managedQuestions,
    team: { read: (text, { snapshot }) => (snapshot.teams.includes(text) ? { team: text } : undefined) },
    count: { read: (text) => readList(text) ?? readCount(text) },
    names: {
      free: true,
      read(text) {
        const said = readNames(text)
        return said && { names: said, list: undefined }
      },
    },
  },
  // Names of people who are not registered belong into no audit.
  audited: ({ code, team, count, names: said }) => ({ code, team, count, names: said?.length }),
  needs: 'leader',
  where: 'anywhere',
}

function readCount(text: string): { count: number } | undefined {
  const said =
    /^(?:共|一共)?\s*(\d{1,4}|[一二两三四五六七八九十百]{1,5}) ?(?:人|个人|个|位|名|个名额|people|places)?$/iu.exec(
      text,
    )?.[1]
  const count = said === undefined ? undefined : /\d/.test(said) ? Number(said) : readNumeral(said)
  return count !== undefined && count <= most ? { count } : undefined
}

/** `名单` and names after it, one a line; the word alone asks for them. */
function readList(text: string): { names: string[] } | { list: true } | undefined {
  const word = /^(?:名单|names|list)(?![a-z])[\s:,]*/i.exec(text)?.[0]
  if (word === undefined) return undefined
  const said = text.slice(word.length)
  if (said === '') return { list: true }
  const read = readNames(said)
  return read && { names: read }
}

/** Names only: numbers before them (`1. 张三`) and phone numbers are not kept. */
function readNames(text: string): string[] | undefined {
  const said = text
    .split(/[\n,、;]+/)
    .map((line) =>
      line
        .replace(/^\s*\d{1,4}\s*[.)、]?\s*/, '')
        .replace(/\d[\d -]{4,}/g, '')
        .trim(),
    )
    .filter((line) => line !== '')
  return said.length > 0 && said.length <= most && said.every((name) => name.length <= 20) ? said : undefined
}
