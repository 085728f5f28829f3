import { z } from 'zod'
import { personQuestion } from '../ask-which.ts'
import type { Grammar } from '../grammar.ts'
import { isSurelyName, readPersonName } from '../parse/person-name.ts'

const shape = z.object({ who: z.string().max(40).optional() })
export type PairArgs = z.infer<typeof shape>

/** `结对 张三`: a volunteer led by this social worker; alone it lists them. */
export const pairGrammar: Grammar<PairArgs> = {
  name: 'pair',
  words: { 'zh-CN': ['结对'], en: ['pair'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const who = readPersonName(rest.replace(/^with /i, ''))
    return who ? { args: { who }, loose: !isSurelyName(who) } : undefined
  },
  questions: {
    who: personQuestion,
  },
  needs: 'socialWorker',
  where: 'anywhere',
}
