import { expect, test } from 'vitest'
import { mayHaveArrived } from '../../../src/chat/may-have-arrived.ts'
import { AppError } from '../../../src/errors.ts'

const failed = (cause?: unknown) => new AppError('unavailable', 'no answer', { cause })
const coded = (code: string) => Object.assign(new Error(code), { code })

test('an answer that refuses, or a connection that never came about, says that nothing arrived', () => {
  expect(mayHaveArrived(failed())).toBe(false)
  for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT'])
    expect(mayHaveArrived(failed(new TypeError('fetch failed', { cause: coded(code) })))).toBe(false)
})

test('a connection that broke, or an answer that never came, says nothing', () => {
  expect(mayHaveArrived(failed(new TypeError('fetch failed', { cause: coded('UND_ERR_SOCKET') })))).toBe(true)
  expect(mayHaveArrived(failed(new DOMException('took too long', 'TimeoutError')))).toBe(true)
})
