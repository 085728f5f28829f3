import { z } from 'zod'
import type { Grammar } from '../grammar.ts'

const shape = z.object({})

/** `退订`: no more calls; beats everything else. */
export const stopGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'stop',
  words: { 'zh-CN': ['退订', '取消订阅', '别再发了', 'TD'], en: ['stop', 'unsubscribe'] },
  shape,
  read: (rest) => (rest === '' ? { args: {} } : undefined),
  needs: 'anyone',
  where: 'anywhere',
}
