import { z } from 'zod'
import type { Grammar } from '../grammar.ts'

const shape = z.object({})

/** `状态`: how the service is. */
export const statusGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'status',
  words: { 'zh-CN': ['状态', '系统状态'], en: ['status'] },
  shape,
  read: (rest) => (rest === '' ? { args: {}, loose: true } : undefined),
  needs: 'admin',
  where: 'anywhere',
}
