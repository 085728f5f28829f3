import { isAsking } from './asking.ts'
import { hasSurname } from './surnames.ts'
import { takeCode } from './take.ts'

const han = /^\p{Script=Han}{2,4}$/u
const dotted = /^\p{Script=Han}{1,10}(?:·\p{Script=Han}{1,10}){1,3}$/u
const latin = /^[A-Za-z][A-Za-z.'-]*(?: [A-Za-z][A-Za-z.'-]*){0,4}$/
const capitalised = /^[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*){1,4}$/
/** Characters that stand in sentences and in no name: 报名A12了吗 names nobody. */
const particle = /[吗呢吧呀嘛么啦了的得哪谁怎什不没]|多少/

/** A person's name of 2 to 20 characters, or a volunteer number in its written form (`v123` is `V000123`). */
export function readPersonName(text: string): string | undefined {
  const number = takeCode(text, 'V')
  if (number) return number.rest === '' ? number.value : undefined
  if (text.length < 2 || text.length > 20) return undefined
  if (dotted.test(text) || latin.test(text)) return text
  return han.test(text) && !particle.test(text) && !isAsking(text) ? text : undefined
}

/** Whether a name is beyond doubt, so that even unaddressed words in a group may act on it. */
export function isSurelyName(name: string): boolean {
  return /^V\d+$/.test(name) || dotted.test(name) || capitalised.test(name) || hasSurname(name)
}

/**
 * Names with commas, 、 or spaces between them. Latin words that follow each other are one name (`Mary Smith`).
 * Undefined when one of them can be no name.
 */
export function readPersonNames(text: string): string[] | undefined {
  const names = text
    .split(/[,、;\n]+/)
    .flatMap((piece) => pieces(piece.trim()))
    .map(readPersonName)
  const known = names.filter((name) => name !== undefined)
  return known.length > 0 && known.length === names.length ? [...new Set(known)] : undefined
}

/** Splits at spaces, but not between two Latin words. */
function pieces(text: string): string[] {
  const names: string[] = []
  for (const word of text.split(' ').filter(Boolean)) {
    const last = names.at(-1)
    if (last !== undefined && latin.test(last) && latin.test(word))
      names[names.length - 1] = `${last} ${word}`
    else names.push(word)
  }
  return names
}
