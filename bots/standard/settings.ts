import { z } from 'zod'
import type { PlatformSettings } from '../../src/config.ts'
import { readSecrets } from './signature.ts'

const secrets = z.string().refine((value) => {
  try {
    return readSecrets(value).length > 0
  } catch {
    return false
  }
}, 'one or more of whsec_ and base64 of 24 to 64 bytes, separated by spaces')

/** The generic gateway: how it signs, and where we post what we say. */
export const standardSettings: PlatformSettings = {
  required: [
    {
      name: 'STANDARD_WEBHOOK_SECRET',
      help: 'generic gateway: whsec_… (several, separated by spaces, for rotation; the first one signs)',
      rule: secrets,
      secret: true,
    },
    { name: 'STANDARD_WEBHOOK_URL', help: 'generic gateway: where to post what we say', rule: z.url() },
  ],
  optional: [],
}
