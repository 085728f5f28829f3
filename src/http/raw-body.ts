import type { IncomingMessage } from 'node:http'
import { AppError } from '../errors.ts'

/** How long a sender may take to send its body, in milliseconds. */
const bodyLimitMs = 10_000

/**
 * Reads a request's bytes untouched, because signatures cover bytes. Throws AppError `too_large` as soon as there
 * are more than `limit`, and `malformed` when they do not come in time or stop coming.
 */
export function readRawBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const declared = Number(request.headers['content-length'] ?? 0)
  const tooLarge = () => new AppError('too_large', `a message has at most ${limit} bytes`)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const refuse = (error: AppError) => {
      clearTimeout(timer)
      // What still comes is thrown away, so that the answer gets through and the connection closes.
      request.removeAllListeners('data').resume()
      reject(error)
    }
    const timer = setTimeout(
      () => refuse(new AppError('malformed', 'the body did not arrive in time')),
      bodyLimitMs,
    )
    if (declared > limit) return refuse(tooLarge())
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) refuse(tooLarge())
      else chunks.push(chunk)
    })
    request.on('end', () => {
      clearTimeout(timer)
      const [first] = chunks
      resolve(first && chunks.length === 1 ? first : Buffer.concat(chunks))
    })
    request.on('aborted', () => refuse(new AppError('malformed', 'the body was cut off')))
  })
}
