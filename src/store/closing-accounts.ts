import type { Model } from 'mongoose'
import { type Closing, noName, type Person } from './person.ts'

/** How a person becomes a pseudonym; the part of `people.ts` that ends an account. */
export function closingAccounts(model: Model<Person>) {
  return {
    /** The person whose account this message closed. */
    closedBy: (key: string): Promise<Person | null> => model.findOne({ 'closed.key': key }).lean<Person>(),
    /** Says that somebody is about to go, for others who would go at the same time. */
    beginClosing: (id: string, closing: { key: string; at: Date }) =>
      model.updateOne({ _id: id, closed: { $exists: false } }, { $set: { closing } }),
    /** They stay after all. */
    dropClosing: (id: string, key: string) =>
      model.updateOne({ _id: id, 'closing.key': key }, { $unset: { closing: 1 } }),
    /**
     * Makes a person a pseudonym in one step: no name, phone, birth or skills, no roles and no calls; number, consent
     * and promises stay. False when another message did.
     */
    async close(id: string, closed: Closing): Promise<boolean> {
      const { at, key } = closed
      const { matchedCount } = await model.updateOne(
        { _id: id, closed: { $exists: false } },
        [
          {
            $set: {
              name: noName,
              skills: [],
              revoked: {
                $concatArrays: [
                  { $ifNull: ['$revoked', []] },
                  { $map: { input: '$grants', in: { $mergeObjects: ['$$this', { by: id, at, key }] } } },
                ],
              },
              grants: [],
              optedOut: at,
              closed,
            },
          },
          { $unset: ['phone', 'phoneIndex', 'birth', 'closing'] },
        ],
        { updatePipeline: true },
      )
      return matchedCount === 1 || (await model.countDocuments({ _id: id, 'closed.key': key })) === 1
    },
  }
}
