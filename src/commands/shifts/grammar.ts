import { z } from 'zod'
import type { Grammar } from '../grammar.ts'

const shape = z.object({})

/** `我的班次`: what I am signed up for. */
export const shiftsGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'shifts',
  words: { 'zh-CN': ['我的班次', '我的报名', '班次'], en: ['shifts', 'my shifts'] },
  shape,
  read: (rest) => (rest === '' ? { args: {} } : undefined),
  needs: 'registered',
  where: 'anywhere',
}
