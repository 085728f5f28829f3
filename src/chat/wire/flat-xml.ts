import { AppError } from '../../errors.ts'

const parts = {
  space: /[ \t\r\n]*/y,
  open: /<([A-Za-z_][\w.-]{0,63})>/y,
  cdata: /<!\[CDATA\[([\s\S]*?)\]\]>/y,
  text: /[^<&]+/y,
  entity: /&(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[\dA-Fa-f]{1,6});/y,
}
const named: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&apos;': "'" }

/** Fields within fields: some events have them, and none that we read. */
const deepest = 4
/** What XML does not allow and chat systems do not send. */
// oxlint-disable-next-line no-control-regex -- control characters are what it is for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

/**
 * The fields of a message as 公众号 and 企业微信 write it: `<xml><Name>text</Name>…</xml>`, every value a text. A field
 * that holds further fields is left out. No attributes, comments, declarations or entities of its own, no field twice:
 * whoever sends those is not who we talk to. Linear in the length. Throws AppError `malformed`.
 */
export function readFlatXml(text: string): Record<string, string> {
  let at = 0
  const take = (part: RegExp): RegExpExecArray | undefined => {
    part.lastIndex = at
    const found = part.exec(text)
    if (!found) return undefined
    at += found[0].length
    return found
  }
  const closes = (name: string): boolean => {
    const end = `</${name}>`
    if (!text.startsWith(end, at)) return false
    at += end.length
    return true
  }
  /** The text of a field whose opening was read, up to and with its end; `undefined` for fields in it. */
  const content = (name: string, depth: number): string | undefined => {
    let value = ''
    let nested = false
    while (!closes(name)) {
      const entity = take(parts.entity)
      const piece = entity ? entityText(entity[0]) : (take(parts.cdata)?.[1] ?? take(parts.text)?.[0])
      if (piece !== undefined) {
        value += piece
        continue
      }
      const inner = take(parts.open)?.[1]
      if (!inner || depth === deepest) throw new AppError('malformed', `the XML is not right in ${name}`)
      content(inner, depth + 1)
      nested = true
    }
    if (!nested) return value
    if (value.trim() !== '') throw new AppError('malformed', `the XML mixes text and fields in ${name}`)
    return undefined
  }

  if (control.test(text)) throw new AppError('malformed', 'the XML holds control characters')
  take(parts.space)
  if (take(parts.open)?.[1] !== 'xml') throw new AppError('malformed', 'the XML does not begin with <xml>')
  const fields = new Map<string, string | undefined>()
  for (;;) {
    take(parts.space)
    if (closes('xml')) break
    const name = take(parts.open)?.[1]
    if (!name) throw new AppError('malformed', 'the XML is not right')
    if (fields.has(name)) throw new AppError('malformed', `the XML says ${name} twice`)
    fields.set(name, content(name, 1))
  }
  take(parts.space)
  if (at !== text.length) throw new AppError('malformed', 'the XML goes on after its end')
  return Object.fromEntries(
    [...fields].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

function entityText(entity: string): string {
  const known = named[entity]
  if (known !== undefined) return known
  const code = entity.startsWith('&#x')
    ? Number.parseInt(entity.slice(3, -1), 16)
    : Number(entity.slice(2, -1))
  const valid = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  if (!valid && ![0x9, 0xa, 0xd].includes(code))
    throw new AppError('malformed', 'the XML names a character that is none')
  return String.fromCodePoint(code)
}

/** Writes fields in the same form; texts as CDATA, numbers bare. */
export function writeFlatXml(fields: Record<string, string | number>): string {
  const written = Object.entries(fields).map(
    ([name, value]) => `<${name}>${typeof value === 'number' ? value : cdata(value)}</${name}>`,
  )
  return `<xml>${written.join('')}</xml>`
}

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
