import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({ code: z.string().optional() })

/** `撤回 B7`: stops what is not out yet. */
export const withdrawGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'withdraw',
  words: { 'zh-CN': ['撤回'], en: ['withdraw', 'recall'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'B')
    return code?.rest === '' ? { args: { code: code.value } } : undefined
  },
  questions: {
    code: {
      read(text) {
        const code = takeCode(text, 'B')
        return code?.rest === '' ? { code: code.value } : undefined
      },
    },
  },
  needs: 'leader',
  where: 'anywhere',
}
