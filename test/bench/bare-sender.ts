import { randomUUID } from 'node:crypto'
import { readSecrets } from '../../bots/standard/signature.ts'
import { send } from '../../bots/standard/send.ts'
import { connectStore } from '../../src/store/connection.ts'
import { openStore } from '../../src/store/index.ts'
import { createSeal } from '../../src/seal.ts'

/**
 * What delivery is measured against: so many callers at once that claim a row, send it signed and settle it, and nothing
 * else. Begins by itself with the rows that are queued.
 */
const callers = 10
const { env } = process
const connection = await connectStore({
  uri: env.MONGODB_URI ?? '',
  database: env.MONGODB_DATABASE ?? '',
})
const { outbox } = openStore(connection, createSeal(Buffer.from(env.DATA_KEY ?? '', 'base64')))
const [key] = readSecrets(env.STANDARD_WEBHOOK_SECRET ?? '')
if (!key) throw new Error('no secret')
const target = { url: env.STANDARD_WEBHOOK_URL ?? '', key }
const rows = await outbox.model.find({ state: 'queued' }, { _id: 1 }).lean<{ _id: string }[]>()
process.send?.({ url: '' })

const deps = { fetch, now: Date.now }
let next = 0
await Promise.all(
  Array.from({ length: callers }, async () => {
    for (let one = rows[next++]; one; one = rows[next++]) {
      const token = randomUUID()
      const now = Date.now()
      const claim = { token, now: new Date(now), leaseUntil: new Date(now + 15_000), calling: true }
      const row = await outbox.claim(one._id, claim)
      if (!row) continue
      const message = { ...row.content, id: row._id, to: row.to }
      await send(target, message, { ...deps, signal: AbortSignal.timeout(10_000) })
      await outbox.settle(row._id, token, { state: 'sent', at: new Date() })
    }
  }),
)
process.once('SIGTERM', () => void connection.close().then(() => process.exit(0)))
