import { z } from 'zod'
import type { Grammar } from '../grammar.ts'

const shape = z.object({})

/** `负荷`: how much each social worker leads. */
export const loadGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'load',
  words: { 'zh-CN': ['负荷', '社工负荷'], en: ['load', 'workload'] },
  shape,
  read: (rest) => (rest === '' ? { args: {}, loose: true } : undefined),
  needs: 'admin',
  where: 'anywhere',
}
