/** A piece of a message: words, somebody who is mentioned, or what has no words. */
export type Segment = { type: string; data: Record<string, unknown> }

/** One CQ code: no spaces, values without brackets and commas, which are escaped. */
const code = /\[CQ:([\w.-]{1,32})((?:,[^[\],=]{1,64}=[^[\],]*)*)\]/g

const plain: Record<string, string> = { '&amp;': '&', '&#91;': '[', '&#93;': ']', '&#44;': ',' }

/** In one pass, so that `&amp;#91;` is `&#91;`, which somebody wrote, and no bracket. */
const unescapeText = (text: string): string =>
  text.replaceAll(/&(?:amp|#91|#93);/g, (part) => plain[part] ?? part)
const unescapeValue = (text: string): string =>
  text.replaceAll(/&(?:amp|#91|#93|#44);/g, (part) => plain[part] ?? part)

/** The segments of a message in the form of a string (onebot-11, message/string.md). What is no code is text. */
export function readCqString(message: string): Segment[] {
  const segments: Segment[] = []
  let end = 0
  const takeText = (upTo: number) => {
    if (upTo > end) segments.push({ type: 'text', data: { text: unescapeText(message.slice(end, upTo)) } })
  }
  for (const match of message.matchAll(code)) {
    takeText(match.index)
    end = match.index + match[0].length
    const [, type = '', params = ''] = match
    const pairs = params.split(',').slice(1)
    const data = pairs.map((pair) => {
      const equals = pair.indexOf('=')
      return [pair.slice(0, equals), unescapeValue(pair.slice(equals + 1))] as const
    })
    segments.push({ type, data: Object.fromEntries(data) })
  }
  takeText(message.length)
  return segments
}
