import type { z } from 'zod'
import { aboutBroadcast } from '../broadcast-code.ts'
import type { Grammar } from '../grammar.ts'

/** `广播状态 B7`: sent, failed, unknown, waiting. */
export const broadcastStatusGrammar: Grammar<z.infer<typeof aboutBroadcast.shape>> = {
  ...aboutBroadcast,
  name: 'broadcast-status',
  words: { 'zh-CN': ['广播状态', '召集状态'], en: ['broadcast-status', 'broadcast status'] },
  needs: 'leader',
  where: 'anywhere',
}
