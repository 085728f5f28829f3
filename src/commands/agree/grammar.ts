import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({ code: z.string().optional() })

/** `同意 Q3`, `同意 H55`: the second person's word on whatever waits for it. */
export const agreeGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'agree',
  words: { 'zh-CN': ['同意', '批准'], en: ['agree', 'approve'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'QHB')
    return code?.rest === '' ? { args: { code: code.value } } : undefined
  },
  needs: 'leader',
  where: 'anywhere',
}
