/** Longest text that is looked at, in characters; what is beyond is cut. */
export const longestText = 4_000

/** Zero-width and direction marks, fillers, tags, soft hyphens, byte-order marks: nobody means them. */
const invisible =
  // oxlint-disable-next-line no-misleading-character-class -- these stand alone on purpose: each is one to be taken out
  /[\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{17b4}\u{17b5}\u{180b}-\u{180f}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{fe00}-\u{fe0f}\u{feff}\u{fff9}-\u{fffb}\u{e0000}-\u{e0fff}]/gu
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g
const odd = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]/g
/** What a client puts before an answer to a quoted message: 「张三：…」 and a line of dashes. */
const quote = /^[「"][^\n]{0,400}(?:\n[^\n]{0,400}){0,10}?[」"]\n(?:- ?){3,}\n/
const latin = /[a-z0-9_]/i
/** Most of what is said: nothing in it to fold, so that nothing has to be looked for. */
const plainWords = /^[0-9A-Za-z\u4e00-\u9fff]+(?: [0-9A-Za-z\u4e00-\u9fff]+)*$/

/**
 * The same words however a phone wrote them: NFKC (full-width letters and digits, punctuation), no invisible or
 * control characters, single spaces, plain quotes, no quoted message, no mention of the bot. Line ends stay.
 * Doing it twice changes nothing more.
 */
export function normalise(text: string, options: { botNames: readonly string[] } = { botNames: [] }): string {
  if (text.length <= longestText && plainWords.test(text)) return text
  let plain = tidy(fold(text))
  const names = plain.includes('@') ? options.botNames.map(fold).filter(Boolean) : []
  names.sort((a, b) => b.length - a.length)
  for (;;) {
    const next = tidy(withoutMentions(withoutQuotes(plain), names))
    if (next === plain) return plain
    plain = next
  }
}

function fold(text: string): string {
  return [...text.normalize('NFKC')]
    .slice(0, longestText)
    .join('')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(invisible, '')
    .replace(odd, ' ')
    .replace(control, ' ')
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[—–―−]/g, '-')
    .replace(/[•・‧]/g, '·')
    .normalize('NFKC')
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}

function withoutQuotes(text: string): string {
  let rest = text
  for (let match = quote.exec(rest); match; match = quote.exec(rest)) rest = rest.slice(match[0].length)
  return rest
}

/** Takes `@name` out wherever it stands, the longest name first. `@bottom` does not mention `bot`. */
function withoutMentions(text: string, names: readonly string[]): string {
  if (!text.includes('@')) return text
  return names.reduce((rest, name) => {
    const [first = '', ...others] = rest.split(`@${name}`)
    const runsOn = (next: string) => latin.test(name.slice(-1)) && latin.test(next.charAt(0))
    return others.reduce((said, next) => said + (runsOn(next) ? `@${name}` : ' ') + next, first)
  }, text)
}
