import { AppError } from '../../errors.ts'
import { readFlatXml } from './flat-xml.ts'
import { parseLosslessJson } from './lossless-json.ts'

/**
 * The fields of a message of 公众号 or 企业微信, in XML or, where the console says so, in JSON; numbers as texts, and
 * what holds further fields left out. Throws AppError `malformed`.
 */
export function readWxFields(text: string): Record<string, string> {
  if (!text.trimStart().startsWith('{')) return readFlatXml(text)
  return Object.fromEntries(
    Object.entries(parseLosslessJson(text) as object).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  )
}

/** The encrypted text of a request. A body without one proves nothing: AppError `unsigned`, whatever else it is. */
export function readSealed(body: Buffer): string {
  const { Encrypt, encrypt = Encrypt } = fieldsOf(body)
  if (!encrypt) throw new AppError('unsigned', 'there is no encrypted text in the body')
  return encrypt
}

function fieldsOf(body: Buffer): Record<string, string> {
  try {
    return readWxFields(body.toString('utf8'))
  } catch (cause) {
    throw new AppError('unsigned', 'there is no encrypted text in the body', { cause })
  }
}
