import { z } from 'zod'
import type { Locale } from '../../locale/index.ts'
import type { Grammar } from '../grammar.ts'

const shape = z.object({ locale: z.enum(['zh-CN', 'en']).optional() })

/** How people call a language, in its own words and in the other's. */
const names = new Map<string, Locale>([
  ['zh', 'zh-CN'],
  ['zh-cn', 'zh-CN'],
  ['chinese', 'zh-CN'],
  ['中文', 'zh-CN'],
  ['汉语', 'zh-CN'],
  ['普通话', 'zh-CN'],
  ['en', 'en'],
  ['english', 'en'],
  ['英文', 'en'],
  ['英语', 'en'],
])

/** Words that are said to us alone. */
const plain = new Set(['语言', '切换语言', 'lang', 'language'])

const read = (said: string): Locale | undefined => names.get(said.trim().toLowerCase())

/** `语言 en`, `lang zh`: the language somebody is answered in. */
export const langGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'lang',
  words: {
    'zh-CN': ['语言', '切换语言', '换成', '切换成'],
    en: ['lang', 'language', 'speak', 'do you speak', 'can you speak'],
  },
  shape,
  read(rest, _reading, { word } = { word: '语言', between: '' }) {
    const locale = read(rest.replace(/[?吗]+$/, ''))
    // People say so to each other as well: 换成中文.
    if (locale) return { args: { locale }, loose: !plain.has(word) }
    return rest === '' ? { args: {}, loose: true } : undefined
  },
  questions: {
    locale: {
      read(text) {
        const locale = read(text)
        return locale && { locale }
      },
    },
  },
  needs: 'anyone',
  where: 'anywhere',
}
