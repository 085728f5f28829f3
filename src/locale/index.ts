import { en } from './en/index.ts'
import { zhCN } from './zh-CN/index.ts'

/** Every text there is, in one language. Chinese is the original; what it has, every other catalogue must have. */
export type Texts = typeof zhCN

const catalogues = { 'zh-CN': zhCN, en } as const satisfies Record<string, Texts>

export type Locale = keyof typeof catalogues

export const locales = Object.keys(catalogues) as Locale[]

/** The texts of a language. */
export function textsFor(locale: Locale): Texts {
  return catalogues[locale]
}
