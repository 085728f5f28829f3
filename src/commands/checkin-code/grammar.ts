import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({ code: z.string().optional() })

/** `签到码 A12`: gives the activity a code of the day, or says the one it has. */
export const checkinCodeGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'checkin-code',
  words: { 'zh-CN': ['签到码'], en: ['checkin-code', 'checkin code', 'check-in code'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    return code?.rest === '' ? { args: { code: code.value } } : undefined
  },
  questions: {
    code: {
      read(text) {
        const code = takeCode(text, 'A')
        return code?.rest === '' ? { code: code.value } : undefined
      },
    },
  },
  needs: 'socialWorker',
  where: 'anywhere',
}
