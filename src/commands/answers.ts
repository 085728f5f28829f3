/** Closed lists of answers, matched on the whole message (commands.md, "Yes and no"). */
const yes = new Set(['是', '是的', '对', '好', '好的', '可以', '确认', 'ok', 'yes', 'y'])
const no = new Set(['不', '不是', '不要', '算了', '否', 'no', 'n'])
const wideYes = new Set(['是', '确认', 'yes', 'confirm'])
const drop = new Set(['取消', '算了', '不要了', 'cancel', 'never mind'])
const promptYes = new Set(['1', '到', '能到', '来', 'yes'])
const promptNo = new Set(['2', '不能到', '来不了', '去不了', '去不了了', '不来', 'no'])

/** Only case and a closing mark are forgiven: 是不是…？ is no yes. */
const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s。.!~～,,]+$/, '')

/** Yes, no, or neither. */
export function readYesNo(text: string): boolean | undefined {
  const said = plain(text)
  return yes.has(said) ? true : no.has(said) ? false : undefined
}

/** Yes for acts that reach many: 是 or 确认 only. */
export function readWideYes(text: string): boolean | undefined {
  const said = plain(text)
  return wideYes.has(said) ? true : no.has(said) ? false : undefined
}

/** Whether somebody wants an open question to go away. */
export function isDrop(text: string): boolean {
  return drop.has(plain(text))
}

/** An answer to a standing prompt, alone or with the code of what it answers (`1 A12`, `A12 2`). */
export function readPromptAnswer(text: string): { answer: 'yes' | 'no'; code?: string } | undefined {
  const said = plain(text)
  const coded = /^(?:(a\s?\d{1,6})\s*(\S.*)|(\S.*?)\s*(a\s?\d{1,6}))$/.exec(said)
  const word = coded ? (coded[2] ?? coded[3] ?? '') : said
  const code = (coded?.[1] ?? coded?.[4])?.replace(/\s/g, '').toUpperCase()
  const answer = promptYes.has(word) ? 'yes' : promptNo.has(word) ? 'no' : undefined
  return answer && { answer, ...(code && { code }) }
}
