import { z } from 'zod'
import type { Grammar } from '../grammar.ts'
import { readPersonName } from '../parse/person-name.ts'
import { takeCode, withoutThanks } from '../parse/take.ts'

const shape = z.object({
  number: z.string().optional(),
  name: z.string().max(40).optional(),
  /** Said in the old chat: it is somebody else who asks. */
  notMe: z.boolean().optional(),
})

const notMe = /^(?:不是我(?:本人|要换)?|not me)$/i

const readNumber = (text: string): string | undefined => {
  const code = takeCode(withoutThanks(text), 'V')
  return code?.rest === '' ? code.value : undefined
}

/** `换号 V000123` from a new chat, `换号 不是我` from the old one. */
export const newChatGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'new-chat',
  words: { 'zh-CN': ['换号', '换账号'], en: ['new-chat', 'new chat'] },
  shape,
  // Always loose: a group talks about 换号 in a queue, and a number belongs into a direct chat.
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    if (notMe.test(rest)) return { args: { notMe: true }, loose: true }
    const code = takeCode(rest, 'V')
    if (!code) return undefined
    const name = code.rest === '' ? undefined : readPersonName(code.rest)
    if (code.rest !== '' && !name) return undefined
    return { args: { number: code.value, ...(name && { name }) }, loose: true }
  },
  questions: {
    number: {
      read(text) {
        const number = readNumber(text)
        return number ? { number } : undefined
      },
    },
    name: {
      free: true,
      read(text) {
        const name = readPersonName(withoutThanks(text))
        return name ? { name } : undefined
      },
    },
  },
  needs: 'anyone',
  where: 'direct',
}
