import type { Context } from '../command.ts'

/** Letters and digits nobody mistakes for others when they copy them from one phone to another: no I, L, O, 0 or 1. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const length = 10

type Sealing = { store: Pick<Context['store'], 'seal'> }

/**
 * The code a message is answered with: ten letters (49 bits) that follow from its key and our secret, so that a rerun
 * gives the same one and it stands nowhere.
 */
export function codeFor(key: string, { store }: Sealing): string {
  let number = BigInt(`0x${Buffer.from(store.seal.blindIndex(`link ${key}`), 'base64url').toString('hex')}`)
  let code = ''
  for (let n = 0; n < length; n++) {
    code += letters.charAt(Number(number % BigInt(letters.length)))
    number /= BigInt(letters.length)
  }
  return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`
}

/** What is kept of a code. However it is written, it is the same code. */
export const indexOf = (code: string, { store }: Sealing): string =>
  store.seal.blindIndex(`link code ${code.replace(/[^A-Za-z0-9]/g, '').toUpperCase()}`)
