import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { isQuiet } from '../parse/quiet.ts'
import { takeCode } from '../parse/take.ts'

/** Longest report, in characters. */
const longest = 1_000

const shape = z.object({ id: z.string().optional(), text: z.string().max(longest).optional() })
export type ReportArgs = z.infer<typeof shape>

const han = /\p{Script=Han}/u
/** 反映一下情况 says that there is something, not what. */
const nothingYet = /^(?:一下|一?个|点|一些|些)?(?:情况|问题|事情?|意见)?(?:给你们?|给社工)?[。!]*$/u

/**
 * `反映 楼道灯坏了`: a need or complaint; `反映 F12 …` adds a word to one, `反映 F12` shows it, `反映` lists them. In a
 * group it takes a mark between (居民反映很好 and `report to the desk` are talk): a space before Chinese words, else a colon.
 */
export const reportGrammar: Grammar<ReportArgs> = {
  name: 'report',
  words: { 'zh-CN': ['反映', '投诉'], en: ['report', 'complain'] },
  multiline: true,
  confided: true,
  shape,
  read(rest, _reading, { between } = { word: '', between: '' }) {
    if (rest === '') return { args: {}, loose: true }
    if (rest.length > longest) return undefined
    const code = takeCode(rest, 'F')
    if (code) {
      const text = code.rest.replace(/^[\s,:]+/, '')
      return { args: { id: code.value, ...(text && { text }) } }
    }
    if (nothingYet.test(rest)) return { args: {}, loose: true }
    const apart = between.includes(':') || (between !== '' && han.test(rest))
    return { args: { text: rest }, loose: !apart }
  },
  questions: {
    text: {
      free: true,
      read: (text) => (text.length >= 2 && text.length <= longest && !isQuiet(text) ? { text } : undefined),
    },
  },
  needs: 'anyone',
  where: 'anywhere',
}
