import type { Model } from 'mongoose'

/** A document whose last change is not in what is counted from it; the mark names the message that changed it. */
export type Marked = { _id: string; uncounted?: string }

/**
 * Takes marks off documents that were counted. One that has changed again meanwhile bears another mark and keeps it:
 * it is counted again.
 */
export async function takeMarks<Row extends Marked>(
  model: Model<Row>,
  counted: readonly Marked[],
): Promise<void> {
  const byMark = new Map<string, string[]>()
  for (const { _id, uncounted = '' } of counted)
    byMark.set(uncounted, [...(byMark.get(uncounted) ?? []), _id])
  await model.collection.bulkWrite(
    [...byMark].map(([uncounted, ids]) => ({
      updateMany: { filter: { _id: { $in: ids }, uncounted }, update: { $unset: { uncounted: 1 } } },
    })) as never[],
    { ordered: false },
  )
}
