import type { z } from 'zod'
import { closingQuestions, closingShape } from '../ask-to-close.ts'
import type { Grammar } from '../grammar.ts'

/** `注销`: ends one's account; only minutes without a name stay. */
export const closeAccountGrammar: Grammar<z.infer<typeof closingShape>> = {
  name: 'close-account',
  words: { 'zh-CN': ['注销', '注销账号', '删除我的数据'], en: ['close account', 'delete my data'] },
  shape: closingShape,
  read: (rest) => (rest === '' ? { args: {} } : undefined),
  questions: closingQuestions,
  needs: 'registered',
  where: 'direct',
}
