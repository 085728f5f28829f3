/** What was read from the beginning of a text, and what is left. */
export type Taken<Value> = { value: Value; rest: string }

/** A code people write: letter and number, `A12`, `a 12`. `letters` says which kinds are wanted. */
export function takeCode(text: string, letters: string): Taken<string> | undefined {
  const match = /^([A-Za-z]) ?(\d{1,7})(?![\dA-Za-z])/.exec(text)
  const letter = match?.[1]?.toUpperCase()
  if (!match || !letter || !letters.includes(letter)) return undefined
  const digits = match[2] ?? ''
  const value = letter === 'V' ? `V${digits.padStart(6, '0')}` : `${letter}${Number(digits)}`
  return { value, rest: text.slice(match[0].length).trimStart() }
}

/** Several codes with spaces, commas or 和 between them. */
export function takeCodes(text: string, letters: string): Taken<string[]> {
  const value: string[] = []
  let rest = text
  for (;;) {
    const code = takeCode(value.length > 0 ? rest.replace(/^(?:[、,和&]|and )\s*/, '') : rest, letters)
    if (!code) return { value: [...new Set(value)], rest }
    value.push(code.value)
    rest = code.rest
  }
}

const chineseName = /^[\p{Script=Han}]{2,4}(?:·[\p{Script=Han}]{1,10})*$/u
const englishName = /^[A-Za-z][A-Za-z.'-]*(?: [A-Za-z][A-Za-z.'-]*){0,4}$/

/** Whether a whole text can be a person's name or volunteer number; a number comes back in its written form. */
export function readPersonName(text: string): string | undefined {
  const number = takeCode(text, 'V')
  if (number) return number.rest === '' ? number.value : undefined
  return chineseName.test(text) || englishName.test(text) ? text : undefined
}

/** Words between spaces, commas and 、. */
export function words(text: string): string[] {
  return text.split(/[\s,、;；]+/).filter(Boolean)
}

const polite =
  /(?:[\s。.!~～,、;]|谢谢(?:你|您|啦|了)?|多谢|麻烦(?:你|您)?了|拜托了|辛苦了|(?:^|\s)(?:please|thanks|thank you|pls))+$/i

/** The text without closing marks and thanks. */
export function withoutThanks(text: string): string {
  return text.replace(polite, '')
}
