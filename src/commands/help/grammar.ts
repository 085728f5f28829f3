import { z } from 'zod'
import type { Grammar } from '../grammar.ts'

const shape = z.object({ topic: z.string().max(40).optional() })

/** `帮助 [命令]`: what this person may say here. */
export const helpGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'help',
  words: { 'zh-CN': ['帮助', '菜单', '功能'], en: ['help', 'menu', '?'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {} }
    const topic = rest.toLowerCase()
    return topic.length <= 40 && !topic.includes('\n') ? { args: { topic }, loose: true } : undefined
  },
  needs: 'anyone',
  where: 'anywhere',
}
