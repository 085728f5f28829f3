import { standard } from '../../bots/standard/index.ts'
import { start } from '../../src/main.ts'

/**
 * A service in a process of its own, which can be told where to die. `DIE_AT` is a MongoDB command and collection
 * (`insert inbox`: once the first such command was answered), or `before send` or `after send`. `PLAIN=1` makes the
 * gateway one that does not drop repeats.
 */
const { DIE_AT: dieAt, PLAIN: plain, ...env } = process.env
const die = () => process.kill(process.pid, 'SIGKILL')

const fetchOrDie: typeof fetch = async (input, init) => {
  if (dieAt === 'before send') die()
  const response = await fetch(input, init)
  if (dieAt === 'after send') die()
  return response
}

const service = await start({
  env,
  platforms: [plain ? { ...standard, idempotentSend: false } : standard],
  fetch: fetchOrDie,
  observe({ command, collection }) {
    if (`${command} ${collection}` === dieAt) die()
  },
})
process.once('SIGTERM', () => void service.stop().then(() => process.exit(0)))
process.send?.({ url: service.url })
