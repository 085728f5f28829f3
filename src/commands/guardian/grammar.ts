import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { readPersonName } from '../parse/person-name.ts'
import { isPlaceholder } from '../parse/placeholder.ts'
import { withoutThanks } from '../parse/take.ts'
import { consentQuestion } from '../register/consent-question.ts'
import { birthQuestion, readNameAndBirth } from '../register/name-and-birth.ts'

const shape = z.object({
  /** The child's name, or the number of a child that has another guardian already. */
  child: z.string().max(40).optional(),
  /** `2015` or `2015-05-01`. */
  birth: z.string().optional(),
  consent: z.boolean().optional(),
})

/** `监护 张小明`, `监护 张小明 2015-05-01`: from the guardian's own chat. */
export const guardianGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'guardian',
  words: { 'zh-CN': ['监护', '监护人'], en: ['guardian', 'guardian of'] },
  shape,
  read(rest, reading) {
    if (rest === '') return { args: {}, loose: true }
    const { name: child, placeholder, birth, rest: others } = readNameAndBirth(rest, reading)
    if (placeholder) return { args: { ...(birth && { birth }) }, loose: true }
    return child && others.length === 0
      ? { args: { child, ...(birth && { birth }) }, loose: true }
      : undefined
  },
  questions: {
    child: {
      free: true,
      read(text) {
        const name = withoutThanks(text)
        const child = isPlaceholder(name) ? undefined : readPersonName(name)
        return child ? { child } : undefined
      },
    },
    birth: birthQuestion,
    consent: consentQuestion,
  },
  needs: 'registered',
  where: 'direct',
}
