import { platforms } from '../bots/index.ts'
import { asAppError } from '../src/errors.ts'
import { checkPlatforms } from './check-platforms-text.ts'

/** `npm run check:platforms`: asks every platform that is on whether its settings are right; 1 when one is not. */
try {
  const { ok, lines } = await checkPlatforms({ env: process.env, platforms, fetch, now: Date.now })
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
} catch (error) {
  console.error(asAppError(error).message)
  process.exitCode = 1
}
