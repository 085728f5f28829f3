import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { codeQuestion, oneActivityShape } from '../one-activity.ts'
import { takeCode } from '../parse/take.ts'

const shape = oneActivityShape.extend({ to: z.enum(['new', 'off']).optional() })
export type CheckinCodeArgs = z.infer<typeof shape>

/** What may stand after the code. */
const words: readonly [RegExp, 'new' | 'off'][] = [
  [/^(?:换|换一?个|更换|重新生成|new|change)$/i, 'new'],
  [/^(?:关|关掉|关闭|取消|不要了|off)$/i, 'off'],
]

/** `签到码 A12`: gives the activity a code of the day, or says the one it has; `换` another one, `关` none. */
export const checkinCodeGrammar: Grammar<CheckinCodeArgs> = {
  name: 'checkin-code',
  words: { 'zh-CN': ['签到码'], en: ['checkin-code', 'checkin code', 'check-in code'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    if (!code) return undefined
    if (code.rest === '') return { args: { code: code.value } }
    const to = words.find(([word]) => word.test(code.rest))?.[1]
    return to && { args: { code: code.value, to } }
  },
  questions: { code: codeQuestion },
  needs: 'socialWorker',
  where: 'anywhere',
}
