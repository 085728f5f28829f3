import { z } from 'zod'
import type { Grammar } from '../grammar.ts'

const shape = z.object({})

/** `待核`: hours that wait for a social worker’s word. */
export const pendingGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'pending',
  words: { 'zh-CN': ['待核', '待核实'], en: ['pending'] },
  shape,
  read: (rest) => (rest === '' ? { args: {} } : undefined),
  needs: 'leader',
  where: 'anywhere',
}
