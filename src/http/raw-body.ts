import type { IncomingMessage } from 'node:http'
import { AppError } from '../errors.ts'

/**
 * The untouched bytes of a request, because signatures cover bytes. Throws AppError `too_large` as soon as more
 * than `maxBytes` are announced or come, and `malformed` when the sender went away halfway.
 */
export async function readRawBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = () => new AppError('too_large', `the body has more than ${maxBytes} bytes`)
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  try {
    const bytes: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false })
    for await (const chunk of bytes) {
      size += chunk.length
      if (size > maxBytes) break
      chunks.push(chunk)
    }
  } catch (cause) {
    throw new AppError('malformed', 'the body did not arrive whole', { cause })
  }
  if (size > maxBytes) throw tooLarge()
  return Buffer.concat(chunks)
}
