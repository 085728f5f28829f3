import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { codeQuestion } from '../one-activity.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({
  code: z.string().optional(),
  /** The code of the day as it was said: four digits. */
  pin: z.string().optional(),
})
type Args = z.infer<typeof shape>

const pin = /^\d{4}$/
const readPin = (text: string): string | undefined => pin.exec(text.trim())?.[0]

/** `签到 A12`, `签到 A12 4321`, `签到` alone. */
export const checkinGrammar: Grammar<Args> = {
  name: 'checkin',
  words: { 'zh-CN': ['签到', '报到', '打卡'], en: ['checkin', 'check in', 'check-in'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    if (!code) {
      const alone = readPin(rest)
      return alone ? { args: { pin: alone }, loose: true } : undefined
    }
    if (code.rest === '') return { args: { code: code.value } }
    const said = readPin(code.rest)
    return said ? { args: { code: code.value, pin: said } } : undefined
  },
  questions: {
    code: codeQuestion,
    pin: {
      read(text) {
        const said = readPin(text)
        return said ? { pin: said } : undefined
      },
    },
  },
  forSelf: true,
  needs: 'registered',
  where: 'anywhere',
}
