import { z } from 'zod'
import { personQuestion } from '../ask-which.ts'
import type { Grammar } from '../grammar.ts'
import { logGrammar, takeTime } from '../log/grammar.ts'
import { isSurelyName, readPersonName } from '../parse/person-name.ts'
import { codeQuestion } from '../one-activity.ts'
import { takeCode } from '../parse/take.ts'

const shape = z.object({
  code: z.string().optional(),
  who: z.string().max(40).optional(),
  minutes: z.number().int().positive().optional(),
  /** Milliseconds. */
  start: z.number().int().optional(),
  end: z.number().int().optional(),
  undated: z.boolean().optional(),
  date: z.string().optional(),
  /** What was said instead of a time, when it could not be understood. */
  unclear: z.string().max(100).optional(),
})
type Args = z.infer<typeof shape>

/** `补录 A12 王五 3小时`, `补录 A12 王五 9:00-12:00`. */
export const addHoursGrammar: Grammar<Args> = {
  name: 'add-hours',
  words: { 'zh-CN': ['补录'], en: ['add-hours', 'add hours'] },
  shape,
  read(rest, reading) {
    if (rest === '') return { args: {}, loose: true }
    const code = takeCode(rest, 'A')
    if (!code) return undefined
    const known = { code: code.value }
    if (code.rest === '') return { args: known, loose: true }
    const alone = readPersonName(code.rest)
    if (alone) return { args: { ...known, who: alone }, loose: true }
    for (const gap of code.rest.matchAll(/[\s,、]+/g)) {
      const who = readPersonName(code.rest.slice(0, gap.index))
      const { time, left } = takeTime(code.rest.slice(gap.index + gap[0].length), reading)
      const timed = time.minutes !== undefined || time.start !== undefined
      if (who && timed && left === '') return { args: { ...known, who, ...time }, loose: !isSurelyName(who) }
    }
    return undefined
  },
  questions: {
    code: codeQuestion,
    who: personQuestion,
    minutes: {
      read(text, reading) {
        const said = logGrammar.questions?.minutes?.read(text, reading, {})
        if (!said) return undefined
        const { minutes, start, end, undated, date, unclear } = said
        return { minutes, start, end, undated, date, unclear }
      },
    },
  },
  needs: 'socialWorker',
  where: 'anywhere',
}
