import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { takeKind } from '../unsettled/take-kind.ts'

const shape = z.object({ list: z.enum(['unknown', 'dead']).optional() })
export type StatusArgs = z.infer<typeof shape>

/** `状态`: how the service is. `状态 不明`, `状态 没处理`: what waits for an admin's word. */
export const statusGrammar: Grammar<StatusArgs> = {
  name: 'status',
  words: { 'zh-CN': ['状态', '系统状态'], en: ['status'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const list = takeKind(rest)
    return list ? { args: { list }, loose: true } : undefined
  },
  needs: 'admin',
  where: 'anywhere',
}
