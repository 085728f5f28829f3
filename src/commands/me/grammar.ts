import { z } from 'zod'
import type { Grammar } from '../grammar.ts'

const shape = z.object({})

/** `我`: number, teams, hours, star, what comes next. */
export const meGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'me',
  words: { 'zh-CN': ['我', '我的信息'], en: ['me'] },
  shape,
  read: (rest) => (rest === '' ? { args: {} } : undefined),
  needs: 'anyone',
  where: 'anywhere',
}
