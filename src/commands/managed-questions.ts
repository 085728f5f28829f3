import { readWideYes } from './answers.ts'
import { codeQuestion } from './one-activity.ts'

/** Questions every command about one activity may ask: which one, and whether it is really meant (是 or 确认 only). */
export const managedQuestions = {
  code: codeQuestion,
  confirm: {
    read(text: string) {
      const confirm = readWideYes(text)
      return confirm === undefined ? undefined : { confirm }
    },
  },
}
