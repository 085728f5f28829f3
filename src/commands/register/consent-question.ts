import { readYesNo } from '../answers.ts'
import type { Question } from '../grammar.ts'
import { withoutThanks } from '../parse/take.ts'

/** Whether somebody agrees to a consent text. */
export const consentQuestion: Question<{ consent?: boolean | undefined }> = {
  read(text) {
    const said = withoutThanks(text).toLowerCase()
    if (said === '同意' || said === 'agree' || said === 'i agree') return { consent: true }
    if (said === '不同意' || said === 'disagree') return { consent: false }
    const answer = readYesNo(text)
    return answer === undefined ? undefined : { consent: answer }
  },
}
