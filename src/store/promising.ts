import type { Model } from 'mongoose'
import type { Commitment, Person } from './person.ts'

/** What people promise of their time; the part of `people.ts` that guards against two activities at once. */
export function promising(model: Model<Person>) {
  return {
    /**
     * Promises a person's time, unless it collides with another promise or another message promised it to the same
     * activity: one conditional update. Promises that are over are dropped on the way. `false`: there is such a one.
     */
    async commit(id: string, promise: Commitment, now: Date): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        {
          _id: id,
          $nor: [
            {
              commitments: {
                $elemMatch: {
                  start: { $lt: promise.end },
                  end: { $gt: promise.start },
                  code: { $ne: promise.code },
                },
              },
            },
            { commitments: { $elemMatch: { code: promise.code, key: { $ne: promise.key } } } },
          ],
        },
        [
          {
            $set: {
              commitments: {
                $concatArrays: [
                  {
                    $filter: {
                      input: '$commitments',
                      cond: { $and: [{ $gt: ['$$this.end', now] }, { $ne: ['$$this.code', promise.code] }] },
                    },
                  },
                  [promise],
                ],
              },
            },
          },
        ],
        { updatePipeline: true },
      )
      return matchedCount === 1
    },
    /** Takes back the promise one message made. */
    release: (id: string, promise: Pick<Commitment, 'code' | 'key'>) =>
      model.updateOne({ _id: id }, { $pull: { commitments: { code: promise.code, key: promise.key } } }),
    /** Moves what people promised to an activity to its new time, even where it meets another promise. */
    moveTime: (ids: readonly string[], { code, start, end }: Pick<Commitment, 'code' | 'start' | 'end'>) =>
      model.updateMany(
        { _id: { $in: [...ids] }, commitments: { $elemMatch: { code } } },
        { $set: { 'commitments.$[promise].start': start, 'commitments.$[promise].end': end } },
        { arrayFilters: [{ 'promise.code': code }] },
      ),
    /** Adds promises, each once; those of activities that are promised already stay as they are. */
    async addCommitments(id: string, commitments: readonly Commitment[]): Promise<void> {
      for (const one of commitments)
        await model.updateOne(
          { _id: id, 'commitments.code': { $ne: one.code } },
          { $push: { commitments: one } },
        )
    },
  }
}
