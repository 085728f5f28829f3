import { type Locale, textsFor } from '../../locale/index.ts'
import type { Run } from '../command.ts'

export type LangArgs = { locale?: Locale | undefined }

/** From now on this chat identity is answered in the language asked for, beginning with this answer. */
export const runLang: Run<LangArgs> = async ({ locale }, { store, texts, asker }) => {
  if (!locale)
    return {
      text: texts.lang.ask,
      quickReplies: texts.lang.choices,
      question: { field: 'locale', args: {} },
    }
  await store.identities.setLocale(asker.identity, locale)
  const { done, next } = textsFor(locale).lang
  return { text: done, quickReplies: [next] }
}
