import { z } from 'zod'
import type { Grammar } from '../grammar.ts'

const shape = z.object({ code: z.string().min(1).max(200) })

/** `认领 <code>`: the first admin, once. */
export const claimGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'claim',
  words: { 'zh-CN': ['认领'], en: ['claim'] },
  shape,
  // Always loose: 认领失物 in a group is not for us, and a code belongs into a direct chat.
  read: (rest) => (/^[!-~]{1,200}$/.test(rest) ? { args: { code: rest }, loose: true } : undefined),
  needs: 'anyone',
  // The code is a secret until it is used.
  audited: () => ({}),
  where: 'direct',
}
