import { randomUUID } from 'node:crypto'
import { createGroupCommit } from '../queue/group-commit.ts'
import type { Claim, OutboxContent, OutboxRow } from '../store/outbox.ts'
import type { Store } from '../store/index.ts'
import type { Lane } from './delivery.ts'
import { unwanted } from './unwanted.ts'

/** A row in our hands: its token, when it was claimed, and why nobody wants it any more if that is so. */
export type Claimed = {
  row: OutboxRow & { content: OutboxContent }
  token: string
  at: number
  reason?: string | undefined
}

const leaseMs = 15_000
/** Rows of broadcasts claimed at once. */
const most = 100

/** Claims rows: an answer by itself, rows of broadcasts that come at the same moment together. */
export function createClaims(options: { store: Store; now: () => number; calling: boolean }) {
  const { store, now, calling } = options
  const fresh = (): { claim: Claim; at: number } => {
    const at = now()
    const leaseUntil = new Date(at + leaseMs)
    return { at, claim: { token: randomUUID(), now: new Date(at), leaseUntil, calling } }
  }

  const bulk = createGroupCommit<string, Claimed | undefined>({
    limit: most,
    async commit(ids) {
      const { claim, at } = fresh()
      const rows = await store.outbox.claimAll(ids, claim)
      const reasons = await unwanted(rows, store)
      const claimed = new Map(
        rows.map((row, i) => [row._id, { row, token: claim.token, at, reason: reasons[i] }]),
      )
      return ids.map((id) => {
        const one = claimed.get(id)
        // Asked for twice, a row is still for one.
        claimed.delete(id)
        return one
      })
    },
  })

  return {
    /** Claims a queued row that is due; nothing when it is not, or somebody else has it. */
    async claim(id: string, lane: Lane): Promise<Claimed | undefined> {
      if (lane === 'bulk') return bulk.add(id)
      const { claim, at } = fresh()
      const row = await store.outbox.claim(id, claim)
      return row && { row, token: claim.token, at }
    },
  }
}
