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
    const code = takeCode(
      value.length > 0 ? rest.replace(/^(?:[、,;/&+和跟与及]|and )\s*/, '') : rest,
      letters,
    )
    if (!code) return { value: [...new Set(value)], rest }
    value.push(code.value)
    rest = code.rest
  }
}

/** Words between spaces, commas and 、. */
export function words(text: string): string[] {
  return text.split(/[\s,、;；]+/).filter(Boolean)
}

/** What politeness adds at the end of a command; longer ones before those they end with. */
const polite = [
  '谢谢你们',
  '谢谢大家',
  '谢谢您',
  '谢谢你',
  '谢谢啦',
  '谢谢了',
  '谢谢',
  '谢了',
  '多谢',
  '感谢',
  '麻烦你了',
  '麻烦您了',
  '麻烦了',
  '拜托了',
  '辛苦了',
]
const politeEnglish = ['thank you', 'thanks', 'please', 'pls', 'thx']
const marks = ' \n。.!~、,;'

/** The text without closing marks and thanks. */
export function withoutThanks(text: string): string {
  let end = text.length
  for (;;) {
    while (end > 0 && marks.includes(text.charAt(end - 1))) end--
    const said = text.slice(Math.max(0, end - 12), end).toLowerCase()
    const word =
      polite.find((one) => said.endsWith(one)) ??
      politeEnglish.find((one) => said === one || said.endsWith(` ${one}`))
    if (!word) return text.slice(0, end)
    end -= word.length
  }
}
