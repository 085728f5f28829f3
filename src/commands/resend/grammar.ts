import { z } from 'zod'
import { readWideYes } from '../answers.ts'
import type { Grammar } from '../grammar.ts'
import { takeCodes } from '../parse/take.ts'

const shape = z.object({
  codes: z.array(z.string()).max(500).optional(),
  all: z.enum(['unknown', 'dead']).optional(),
  confirm: z.boolean().optional(),
})
export type ResendArgs = z.infer<typeof shape>

const redo = new Set(['重做', 'redo'])

/** `重发 X3`, `重发 全部`: once more what may not have arrived; `重做 D2`, `重做 全部`: what could not be handled. */
export const resendGrammar: Grammar<ResendArgs> = {
  name: 'resend',
  words: { 'zh-CN': ['重发', '重做'], en: ['resend', 'redo'] },
  shape,
  read(rest, _reading, said) {
    if (rest === '') return { args: {}, loose: true }
    if (/^(?:全部|all)$/i.test(rest))
      return { args: { all: redo.has(said?.word ?? '') ? 'dead' : 'unknown' }, loose: true }
    const codes = takeCodes(rest, 'XD')
    return codes.rest === '' ? { args: { codes: codes.value } } : undefined
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
