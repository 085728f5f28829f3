import { readWideYes } from './answers.ts'
import { takeCode } from './parse/take.ts'

/** Questions every command about one activity may ask: which one, and whether it is really meant (是 or 确认 only). */
export const managedQuestions = {
  code: {
    read(text: string) {
      const code = takeCode(text, 'A')
      return code?.rest === '' ? { code: code.value } : undefined
    },
  },
  confirm: {
    read(text: string) {
      const confirm = readWideYes(text)
      return confirm === undefined ? undefined : { confirm }
    },
  },
}
