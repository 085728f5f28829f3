import { z } from 'zod'
import { readWideYes } from '../answers.ts'
import type { Grammar } from '../grammar.ts'
import { takeCodes } from '../parse/take.ts'

const shape = z.object({
  /** The number that stays. */
  into: z.string().optional(),
  /** The number that becomes the other one, or becomes itself again. */
  from: z.string().optional(),
  undo: z.boolean().optional(),
  confirm: z.boolean().optional(),
})

const undoing = /^(?:撤销|撤回|undo)\s*/i

/** `合并 V000123 V000456`, `合并 撤销 V000456`: by number only, since names are not identity. */
export const mergeGrammar: Grammar<z.infer<typeof shape>> = {
  name: 'merge',
  words: { 'zh-CN': ['合并'], en: ['merge'] },
  shape,
  read(rest) {
    if (rest === '') return { args: {}, loose: true }
    const undo = undoing.test(rest)
    const { value, rest: left } = takeCodes(rest.replace(undoing, ''), 'V')
    const [first, second, third] = value
    if (left !== '' || third) return undefined
    if (undo) return first && !second ? { args: { from: first, undo } } : undefined
    return first && second ? { args: { into: first, from: second } } : undefined
  },
  questions: {
    confirm: {
      read(text) {
        const confirm = readWideYes(text)
        return confirm === undefined ? undefined : { confirm }
      },
    },
  },
  needs: 'admin',
  where: 'direct',
}
