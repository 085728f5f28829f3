import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({ code: z.string().optional() })

/** `名单 A12`: who comes; directly, never in a group. */
export const rosterGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'roster',
  words: { 'zh-CN': ['名单', '报名名单'], en: ['roster'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    return code?.rest === '' ? { args: { code: code.value } } : undefined
  },
  questions: {
    code: {
      read(text) {
        const code = takeCode(text, 'A')
        return code?.rest === '' ? { code: code.value } : undefined
      },
    },
  },
  needs: 'leader',
  where: 'anywhere',
}
