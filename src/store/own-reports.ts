import type { Model } from 'mongoose'
import type { Report } from './reports.ts'

/** The reports of one person: what they may have of them, and how they end; a part of `reports.ts`. */
export function ownReports(model: Model<Report>, opened: (row: Report) => Report) {
  /** Said as a person, or by one of their chats before it was registered. */
  const made = (person: string, chats: readonly string[]) => ({
    $or: [{ person }, { by: { $in: [...chats] }, person: { $exists: false } }],
  })
  return {
    countOf: (person: string, chats: readonly string[]): Promise<number> =>
      model.countDocuments(made(person, chats)),
    /** Oldest first, with all words. */
    ofPerson: async (person: string, chats: readonly string[]): Promise<Report[]> =>
      (await model.find(made(person, chats)).sort({ at: 1 }).lean<Report[]>()).map(opened),
    /**
     * Leaves of a closed person's reports what leads to nobody: numbers, moments, states. What nobody had closed is
     * closed, since there is nobody to answer. Harmless when repeated.
     */
    async forgetOf(person: string, chats: readonly string[], closed: { key: string; at: Date }) {
      await model.updateMany(
        made(person, chats),
        { $set: { person, by: person, 'steps.$[said].by': person } },
        { arrayFilters: [{ 'said.by': { $in: [...chats] } }] },
      )
      const { key, at } = closed
      await model.updateMany(
        { person, state: { $ne: 'closed' } },
        { $set: { state: 'closed' }, $push: { steps: { key, at, by: person, did: 'closed' } } },
      )
      await model.updateMany({ person }, { $unset: { 'steps.$[].text': 1 } })
    },
    /** Forgets the words of a report that is closed, and from which chat it came. */
    async forget(id: string): Promise<void> {
      await model.updateOne(
        { _id: id, state: 'closed' },
        [
          {
            $set: {
              steps: { $map: { input: '$steps', in: { $unsetField: { field: 'text', input: '$$this' } } } },
            },
          },
          {
            $set: {
              by: { $ifNull: ['$person', ''] },
              steps: {
                $map: {
                  input: '$steps',
                  in: {
                    $mergeObjects: [
                      '$$this',
                      {
                        by: {
                          $cond: [{ $eq: ['$$this.by', '$by'] }, { $ifNull: ['$person', ''] }, '$$this.by'],
                        },
                      },
                    ],
                  },
                },
              },
            },
          },
        ],
        { updatePipeline: true },
      )
    },
  }
}
