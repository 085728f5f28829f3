import { asAppError } from './errors.ts'
import { start } from './main.ts'

/** The image's entry point: no local servers, no demo; settings come from the environment alone. */
const running = start({ env: process.env })
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void running.then((service) => service.stop()).finally(() => process.exit(0)))
running.catch((error: unknown) => {
  process.stderr.write(`${asAppError(error).message}\n`)
  process.exit(1)
})
