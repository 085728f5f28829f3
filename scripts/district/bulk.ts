import type { Model } from 'mongoose'

/** Rows written in one go: about a megabyte. */
const batch = 2_000

/** Collects rows of a collection and writes them in batches, past mongoose's casting. */
export function bulkWriter<Row>(model: Model<Row>) {
  let waiting: Row[] = []
  let written = 0
  const flush = async () => {
    const rows = waiting
    waiting = []
    if (rows.length > 0) await model.collection.insertMany(rows as never[], { ordered: false })
    written += rows.length
  }
  return {
    async add(...rows: Row[]): Promise<void> {
      waiting.push(...rows)
      if (waiting.length >= batch) await flush()
    },
    flush,
    written: () => written,
  }
}
