import type { z } from 'zod'
import { closingQuestions, closingShape } from '../ask-to-close.ts'
import type { Grammar } from '../grammar.ts'

/** `撤回同意`: without consent nothing may be kept, so that it ends the account. */
export const withdrawConsentGrammar: Grammar<z.infer<typeof closingShape>> = {
  name: 'withdraw-consent',
  words: { 'zh-CN': ['撤回同意', '撤销同意'], en: ['withdraw consent'] },
  shape: closingShape,
  read: (rest) => (rest === '' ? { args: {} } : undefined),
  questions: closingQuestions,
  needs: 'registered',
  where: 'direct',
}
