import type { RawRequest } from '../../src/chat/platform.ts'
import { sameSignature, type WxEnvelope, wxSignature } from '../../src/chat/wire/wx-envelope.ts'
import { readSealed } from '../../src/chat/wire/wx-fields.ts'
import { readWxProof } from '../../src/chat/wire/wx-proof.ts'
import { AppError } from '../../src/errors.ts'

/** Checks the signature over Token, timestamp and nonce: all there is in plain mode, and for the check of the address. */
export function verifyPlain(token: string, { query, now }: RawRequest): void {
  const { signature, timestamp, nonce } = readWxProof(query, { signature: 'signature', now })
  if (!sameSignature(signature, wxSignature(token, timestamp, nonce)))
    throw new AppError('unsigned', 'signature does not fit')
}

/**
 * What 微信 posted, verified. In safe mode `signature` counts for nothing and plain fields beside the encrypted text
 * (兼容模式) are not looked at. Throws AppError `unsigned`.
 */
export function open(token: string, envelope: WxEnvelope | undefined, request: RawRequest): string {
  const { query, body, now } = request
  if (envelope)
    return envelope.open(readSealed(body), readWxProof(query, { signature: 'msg_signature', now }))
  verifyPlain(token, request)
  return body.toString('utf8')
}
