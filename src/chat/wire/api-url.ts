import { z } from 'zod'

/** Where a platform's API is, in settings: https, or this machine. Tokens and keys travel there. */
export const apiUrlRule = z
  .url()
  .refine(
    (value) =>
      value.startsWith('https:') || /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?:[:/]|$)/.test(value),
    'an https address',
  )

/** An address of that API; what stands behind its host (a relay) stays. */
export const apiUrl = (base: string, path: string): URL => new URL(`${base.replace(/\/+$/, '')}${path}`)
