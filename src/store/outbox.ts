import type { Connection } from 'mongoose'
import type { Seal } from '../seal.ts'
import { isDuplicate } from './connection.ts'
import { outboxBroadcasts } from './outbox-broadcasts.ts'
import { outboxCounts } from './outbox-counts.ts'
import { outboxEnds } from './outbox-ends.ts'
import {
  type NewOutboxRow,
  type OutboxContent,
  type OutboxRow,
  outboxSchema,
  type SealedRow,
} from './outbox-row.ts'
import { waitingRows } from './waiting-rows.ts'

export { outboxDays, withdrawnReason } from './outbox-row.ts'
export type { Claim, NewOutboxRow, OutboxContent, OutboxRow } from './outbox-row.ts'

/** Messages on their way out. */
export function outbox(connection: Connection, seal: Seal) {
  const model = connection.model<SealedRow>('Outbox', outboxSchema)
  const open = ({ sealed, ...row }: SealedRow): OutboxRow & { content: OutboxContent } => ({
    ...row,
    content: JSON.parse(seal.open(sealed)) as OutboxContent,
  })
  /** What is said to many is sealed once: the same words in the same bytes, as anybody could tell by the broadcast. */
  const sealRows = (rows: readonly NewOutboxRow[]) => {
    const sealed = new Map<OutboxContent, string>()
    const sealOnce = (content: OutboxContent) => {
      const known = sealed.get(content) ?? seal.seal(JSON.stringify(content))
      sealed.set(content, known)
      return known
    }
    return rows.map(({ content, ...row }) => ({
      ...row,
      state: 'queued',
      tries: 0,
      dueAt: row.dueAt ?? row.createdAt,
      sealed: sealOnce(content),
    }))
  }
  return {
    model,
    ...waitingRows(model),
    ...outboxEnds(model, open),
    ...outboxCounts(model),
    ...outboxBroadcasts(model),
    /** Adds rows that are not there yet: a rerun adds nothing. */
    async addAll(rows: readonly NewOutboxRow[]): Promise<void> {
      const documents = sealRows(rows)
      const [first] = documents
      if (!first) return
      try {
        // Most messages have one answer, and one is cheaper to insert as one than as a list.
        if (documents.length === 1) await model.collection.insertOne(first as never)
        else await model.collection.insertMany(documents as never[], { ordered: false })
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
    },
    /** Which of these rows exist. */
    async present(ids: readonly string[]): Promise<string[]> {
      const rows = await model.find({ _id: { $in: [...ids] } }, { _id: 1 }).lean<{ _id: string }[]>()
      return rows.map(({ _id }) => _id)
    },
    find: (id: string): Promise<OutboxRow | null> => model.findById(id, { sealed: 0 }).lean<OutboxRow>(),
  }
}
