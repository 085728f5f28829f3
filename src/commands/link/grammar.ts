import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { consentQuestion } from '../register/consent-question.ts'

const shape = z.object({
  code: z.string().max(40).optional(),
  /** Of somebody for whom a guardian acted so far. */
  consent: z.boolean().optional(),
})

/** Ten letters and digits with a dash or a space between them; a few more or less were mistyped. */
const codeLike = /^[A-Za-z0-9]{4,6}[ -]?[A-Za-z0-9]{4,6}$/
/** What our hints say in the place of a code. */
const placeholder = new Set(['关联码', '「关联码」', 'code'])

/** `关联` in the first chat, `关联 K7M2P-QR4TX` in the second. */
export const linkGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'link',
  words: { 'zh-CN': ['关联'], en: ['link'] },
  shape,
  // Always loose: what is linked in a group (关联交易) is not for us, and a code belongs into a direct chat.
  read(rest) {
    if (rest === '' || placeholder.has(rest.toLowerCase())) return { args: {}, loose: true }
    return codeLike.test(rest) ? { args: { code: rest }, loose: true } : undefined
  },
  questions: { consent: consentQuestion },
  needs: 'anyone',
  where: 'direct',
  // The code is a secret until it is used.
  audited: ({ code }) => ({ step: code ? 'join' : 'code' }),
}
