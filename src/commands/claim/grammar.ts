import { z } from 'zod'
import type { Grammar } from '../grammar.ts'

const shape = z.object({ code: z.string().min(1).max(200) })

/** `认领 <code>`: the first admin, once. */
export const claimGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'claim',
  words: { 'zh-CN': ['认领'], en: ['claim'] },
  shape,
  read: (rest) => (/^\S{1,200}$/.test(rest) ? { args: { code: rest } } : undefined),
  needs: 'anyone',
  where: 'direct',
}
