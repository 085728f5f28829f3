/** Longest text that is looked at, in characters; what is beyond is cut. */
export const longestText = 4_000

/** Zero-width and direction marks, soft hyphens, byte-order marks: nobody means them. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g
const odd = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
/** What a client puts before an answer to a quoted message: 「张三：…」 and a line of dashes. */
const quote = /^[「"][^\n]{0,400}(?:\n[^\n]{0,400}){0,10}?[」"]\n(?:- ?){3,}-*\n/

/**
 * The same words however a phone wrote them: NFKC (full-width letters and digits, punctuation), no invisible or
 * control characters, single spaces, plain quotes, no quoted message, no mention of the bot. Line ends stay.
 * Doing it twice changes nothing more.
 */
export function normalise(text: string, options: { botNames: readonly string[] } = { botNames: [] }): string {
  const folded = [...text.normalize('NFKC')]
    .slice(0, longestText)
    .join('')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(invisible, '')
    .replace(odd, ' ')
    .replace(control, ' ')
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[—–―−]/g, '-')
    .normalize('NFKC')
  const plain = withoutMentions(withoutQuote(folded), options.botNames)
  return plain
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

function withoutQuote(text: string): string {
  return text.replace(quote, '')
}

/** Takes `@name` out wherever it stands; the longest name first. */
function withoutMentions(text: string, names: readonly string[]): string {
  if (!text.includes('@')) return text
  return names
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(`@${name}`, ' '), text)
}
