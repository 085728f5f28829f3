import { AppError } from '../../errors.ts'

/** Strings as they are; whole numbers that JavaScript would round. */
const stringsAndLongNumbers = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+])-?\d{16,}(?![\d.eE])/g

/**
 * JSON whose 64-bit ids stay what they are: whole numbers of 16 digits or more become strings, also where a platform
 * writes them bare. Throws AppError `malformed`.
 */
export function parseLosslessJson(text: string): unknown {
  try {
    return JSON.parse(
      text.replaceAll(stringsAndLongNumbers, (part) => (part.startsWith('"') ? part : `"${part}"`)),
    )
  } catch {
    throw new AppError('malformed', 'the body is not JSON')
  }
}
