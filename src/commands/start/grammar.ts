import { z } from 'zod'
import type { Grammar } from '../grammar.ts'

const shape = z.object({})

/** `订阅`: calls again. */
export const startGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'start',
  words: { 'zh-CN': ['订阅', '恢复订阅'], en: ['start', 'subscribe'] },
  shape,
  read: (rest) => (rest === '' ? { args: {} } : undefined),
  needs: 'anyone',
  where: 'anywhere',
}
