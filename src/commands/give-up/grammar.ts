import { z } from 'zod'
import { readWideYes } from '../answers.ts'
import type { Grammar } from '../grammar.ts'
import { takeCodes } from '../parse/take.ts'
import { takeKind } from '../unsettled/take-kind.ts'

const shape = z.object({
  codes: z.array(z.string()).max(500).optional(),
  all: z.enum(['unknown', 'dead']).optional(),
  confirm: z.boolean().optional(),
})
export type GiveUpArgs = z.infer<typeof shape>

/** `放弃 X3 D2`, `放弃 不明 全部`, `放弃 没处理 全部`: what may not have arrived, or could not be handled, stays so. */
export const giveUpGrammar: Grammar<GiveUpArgs> = {
  name: 'give-up',
  words: { 'zh-CN': ['放弃'], en: ['give up', 'give-up'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const codes = takeCodes(rest, 'XD')
    if (codes.rest === '' && codes.value.length > 0) return { args: { codes: codes.value } }
    const all = /^(.+?)\s*(?:全部|all)$/i.exec(rest)?.[1]
    const kind = all && takeKind(all)
    return kind ? { args: { all: kind }, loose: true } : undefined
  },
  questions: {
    confirm: {
      read(text) {
        const confirm = readWideYes(text)
        return confirm === undefined ? undefined : { confirm }
      },
    },
  },
  needs: 'admin',
  where: 'anywhere',
}
