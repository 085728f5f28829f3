import { z } from 'zod'
import { takeDuration } from '../../domain/time/take-duration.ts'
import { readNumber } from '../ask-which.ts'
import type { Grammar } from '../grammar.ts'
import { isSurelyName, readPersonNames } from '../parse/person-name.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({
  code: z.string().optional(),
  pick: z.enum(['all', 'some', 'except']).optional(),
  who: z.array(z.string().max(40)).max(200).optional(),
  minutes: z.number().int().positive().optional(),
})
type Args = z.infer<typeof shape>

const all = new Set(['全部', '所有', '都', '所有人', '全部人', '大家', 'all', 'everyone'])
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
    return picked && { args: { code: code.value, ...picked }, loose: !(picked.who ?? []).every(isSurelyName) }
  },
  questions: {
    pick: { read: (text) => readPick(text) },
    who: {
      read(text) {
        const who = readNumber(text)
        return who ? { who: [who] } : undefined
      },
    },
  },
  needs: 'socialWorker',
  where: 'anywhere',
}

/** Who is meant: all, some by name or number, all but some; minutes at the end when fewer are to count. */
function readPick(text: string): Pick<Args, 'pick' | 'who' | 'minutes'> | undefined {
  const { said, minutes } = takeMinutes(text)
  const fewer = minutes === undefined ? {} : { minutes }
  if (all.has(said.toLowerCase())) return { pick: 'all', ...fewer }
  const but = except.exec(said)
  const who = readPersonNames(but ? said.slice(but[0].length) : said)
  return who && who.length <= 200 ? { pick: but ? 'except' : 'some', who, ...fewer } : undefined
}

/** A duration that ends the text, after a space or comma. */
function takeMinutes(text: string): { said: string; minutes?: number } {
  for (const gap of text.matchAll(/[\s,、]+/g)) {
    const duration = takeDuration(text.slice(gap.index + gap[0].length))
    if (duration?.rest === '') return { said: text.slice(0, gap.index), minutes: duration.minutes }
  }
  return { said: text }
}
