import { type Connection, Schema } from 'mongoose'
import type { Seal } from '../seal.ts'
import { insertedFirst } from './connection.ts'

/**
 * One line of the audit: who did what, when, and what the answer was. `said` and `answered` are sealed, since they hold
 * names. Lines are only ever added; the key of the message makes sure of one each.
 */
export type AuditLine = {
  _id: string
  at: Date
  by: string
  command: string
  /** The arguments, as they were understood. */
  said: Record<string, unknown>
  /** The first line of the answer, in the language of whoever did it. */
  answered: string
}

type Row = Omit<AuditLine, 'said' | 'answered'> & { sealed: string }

const schema = new Schema<Row>(
  { _id: String, at: Date, by: String, command: String, sealed: String },
  { collection: 'audit', versionKey: false },
)
  .index({ at: -1 })
  .index({ by: 1, at: -1 })

/** What was done by whom, for those who must answer for it. */
export function audit(connection: Connection, seal: Seal) {
  const model = connection.model('AuditLine', schema)
  return {
    model,
    /** Adds a line, once per key. */
    add: ({ said, answered, ...row }: AuditLine): Promise<boolean> =>
      insertedFirst(
        model.collection.insertOne({
          ...row,
          sealed: seal.seal(JSON.stringify({ said, answered })),
        } as never),
      ),
    /** The latest lines, of everybody or of one person, newest first. */
    async latest({ by, limit }: { by?: string | undefined; limit: number }): Promise<AuditLine[]> {
      const rows = await model
        .find({ ...(by && { by }) })
        .sort({ at: -1 })
        .limit(limit)
        .lean<Row[]>()
      return rows.map(({ sealed, ...row }): AuditLine => ({
        ...row,
        ...(JSON.parse(seal.open(sealed)) as Pick<AuditLine, 'said' | 'answered'>),
      }))
    },
  }
}
