import { expect, test } from 'vitest'
import { feishu } from '../../../bots/feishu/index.ts'
import { decryptFeishu, feishuSignature } from '../../../bots/feishu/verify.ts'
import vectors from '../../fixtures/feishu/official.json' with { type: 'json' }
import { feishu as fixtures } from '../../fixtures/feishu/fixtures.ts'
import { platformDeps } from '../../support/platform-deps.ts'

const [decryption, challenge, signature] = vectors

test('the cipher is that of the documents', () => {
  const { encryptKey = '', encrypt = '' } = decryption?.input ?? {}
  expect(decryptFeishu(encryptKey, encrypt)).toBe(decryption?.expected.message)
})

test('the signature is that of the SDK', () => {
  const { timestamp = '', nonce = '', encryptKey = '', rawBody = '' } = signature?.input ?? {}
  expect(feishuSignature(encryptKey, timestamp, nonce, Buffer.from(rawBody))).toBe(
    signature?.expected.signature,
  )
})

test('the check of the address, as the SDK has it, is answered', async () => {
  const { encryptKey = '', body } = challenge?.input ?? {}
  const running = feishu.start(
    {
      ...fixtures.settings,
      FEISHU_ENCRYPT_KEY: encryptKey,
      FEISHU_VERIFICATION_TOKEN: challenge?.expected.verificationToken ?? '',
    },
    platformDeps(),
  )
  const result = await running.receive?.({
    method: 'POST',
    path: '/webhooks/feishu',
    query: new URLSearchParams(),
    headers: {},
    body: Buffer.from(JSON.stringify(body)),
    now: 0,
  })
  expect(result).toEqual({
    messages: [],
    response: { status: 200, body: challenge?.expected.responseBody },
  })
})
