import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({ code: z.string().optional() })

/** `签退 A12`, `签退` alone. */
export const checkoutGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'checkout',
  words: { 'zh-CN': ['签退'], en: ['checkout', 'check out', 'check-out'] },
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
  forSelf: true,
  needs: 'registered',
  where: 'anywhere',
}
