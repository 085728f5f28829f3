import { z } from 'zod'
import { takeDuration } from '../../domain/time/take-duration.ts'
import type { Grammar } from '../grammar.ts'
import { readPersonName, takeCode, words } from '../parse/take.ts'

const shape = z.object({
  code: z.string().optional(),
  pick: z.enum(['all', 'some', 'except']).optional(),
  who: z.array(z.string().max(40)).max(200).optional(),
  minutes: z.number().int().positive().optional(),
})
type Args = z.infer<typeof shape>

const all = new Set(['全部', '所有', '都', 'all'])
const except = /^(?:全部)?(?:除了?|except)\s*/i

/** `核实 A12 全部`, `核实 A12 张三 李四`, `核实 A12 除 王五`, `核实 A12 张三 2小时`. */
export const verifyGrammar: Grammar<Args> = {
  name: 'verify',
  words: { 'zh-CN': ['核实'], en: ['verify'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    if (!code) return undefined
    if (code.rest === '') return { args: { code: code.value }, loose: true }
    const picked = readPick(code.rest)
    return picked && { args: { code: code.value, ...picked } }
  },
  questions: { pick: { read: (text) => readPick(text) } },
  needs: 'socialWorker',
  where: 'anywhere',
}

/** Who is meant: all, some by name or number, all but some; minutes at the end when fewer are to count. */
function readPick(text: string): Pick<Args, 'pick' | 'who' | 'minutes'> | undefined {
  if (all.has(text.toLowerCase())) return { pick: 'all' }
  const but = except.exec(text)
  const said = words(but ? text.slice(but[0].length) : text)
  const last = said.at(-1)
  const duration = last && !but ? takeDuration(last) : undefined
  const minutes = duration?.rest === '' ? duration.minutes : undefined
  const names = minutes === undefined ? said : said.slice(0, -1)
  const who = names.map((name) => readPersonName(name))
  if (who.length === 0 || who.some((name) => name === undefined)) return undefined
  return {
    pick: but ? 'except' : 'some',
    who: who.filter((name) => name !== undefined),
    ...(minutes !== undefined && { minutes }),
  }
}
