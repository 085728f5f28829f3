import { z } from 'zod'
import type { Grammar } from '../grammar.ts'

const shape = z.object({})

/** `我的数据`: what is kept about me, and why. */
export const myDataGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'my-data',
  words: { 'zh-CN': ['我的数据', '我的资料', '我的个人信息'], en: ['my data'] },
  shape,
  read: (rest) => (rest === '' ? { args: {} } : undefined),
  needs: 'registered',
  where: 'direct',
}
