import type { z } from 'zod'
import { aboutBroadcast } from '../broadcast-code.ts'
import type { Grammar } from '../grammar.ts'

/** `撤回 B7`: stops what is not out yet. */
export const withdrawGrammar: Grammar<z.infer<typeof aboutBroadcast.shape>> = {
  ...aboutBroadcast,
  name: 'withdraw',
  words: { 'zh-CN': ['撤回'], en: ['withdraw', 'recall'] },
  needs: 'leader',
  where: 'anywhere',
}
