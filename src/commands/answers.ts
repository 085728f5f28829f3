import { type ClockTime, takeClock } from '../domain/time/take-clock.ts'
import { takeCode } from './parse/take.ts'

/** Closed lists of answers, matched on the whole message (commands.md, "Yes and no"). */
const yes = new Set(['是', '是的', '对', '好', '好的', '可以', '确认', 'ok', 'yes'])
const no = new Set(['不', '不是', '不要', '算了', '否', 'no'])
const wideYes = new Set(['是', '确认', 'yes', 'confirm'])
const drop = new Set(['取消', '算了', '不要了', 'cancel', 'never mind'])
const promptYes = new Set(['1', '到', '能到', '来', '能来', 'yes'])
const promptNo = new Set(['2', '不能到', '来不了', '来不了了', '去不了', '去不了了', '不来', '不能来', 'no'])

/** Longer than every answer with its code: such a text is not looked at any further. */
const longest = 24

/** Only case and closing marks are forgiven: 是不是…？ is no yes. */
function plain(text: string): string {
  if (text.length > longest) return ''
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s。.!~,]+$/, '')
}

/** Yes, no, or neither. */
export function readYesNo(text: string): boolean | undefined {
  const said = plain(text)
  return yes.has(said) ? true : no.has(said) ? false : undefined
}

/** Yes for acts that reach many: 是 or 确认 only, in English yes or confirm. */
export function readWideYes(text: string): boolean | undefined {
  const said = plain(text)
  return wideYes.has(said) ? true : no.has(said) ? false : undefined
}

/** Whether somebody wants an open question to go away. */
export function isDrop(text: string): boolean {
  return drop.has(plain(text))
}

/** Yes or no to a standing prompt, and which one when that was said. */
export type PromptSaid = { answer: 'yes' | 'no'; code?: string | undefined }

const stayed = /^(?:我?(?:是)?(?:做|待|呆|忙)到了?|到|until|till)\s*/

/** A clock time alone, or with 做到 before it. */
export function readUntil(text: string): ClockTime | undefined {
  const clock = takeClock(plain(text).replace(stayed, ''))
  return clock && /^(?:走的?|结束|了)?$/.test(clock.rest) ? clock.time : undefined
}

/** An answer to a standing prompt, alone or with the code of what it answers (`1 A12`, `A12 2`, `来A12`). */
export function readPromptAnswer(text: string): PromptSaid | undefined {
  const said = plain(text)
  if (said === '') return undefined
  const before = takeCode(said, 'A')
  if (before) return withCode(before.rest, before.value)
  for (const word of [...promptYes, ...promptNo]) {
    if (!said.startsWith(word)) continue
    const after = takeCode(said.slice(word.length).trimStart(), 'A')
    if (after?.rest === '') return withCode(word, after.value)
  }
  return withCode(said)
}

function withCode(word: string, code?: string): PromptSaid | undefined {
  const answer = promptYes.has(word) ? 'yes' : promptNo.has(word) ? 'no' : undefined
  return answer && { answer, ...(code && { code }) }
}
