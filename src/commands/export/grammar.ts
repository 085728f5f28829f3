import { z } from 'zod'
import type { Grammar } from '../grammar.ts'

const shape = z.object({})

/** `导出`: everything that is kept about me. */
export const exportGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'export',
  words: { 'zh-CN': ['导出', '导出我的数据', '导出我的资料'], en: ['export', 'export my data'] },
  shape,
  read: (rest) => (rest === '' ? { args: {} } : undefined),
  needs: 'registered',
  where: 'direct',
}
