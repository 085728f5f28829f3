import type { Model } from 'mongoose'
import type { Activity, Hold, Waiting } from './activity.ts'

/**
 * How long a taken place may wait for the sweeper to tidy it, in milliseconds: its own message writes the row within
 * moments, and tidying in batches leaves the busy minute after a call alone.
 */
const tidyMs = 60_000

/**
 * The places of activities. Every change is one conditional update that is idempotent by message or token, so that no
 * crash oversells a place; what it leaves half done stands in the activity (`holds`, `waiting`) and `settleAt` makes
 * the sweeper look.
 */
export function places(model: Model<Activity>) {
  const changed = (at: Date) => ({ $inc: { changes: 1 }, $min: { settleAt: at } })
  const givenBack = (at: Date) => ({ $inc: { taken: -1, changes: 1 }, $min: { settleAt: at } })
  return {
    /**
     * Takes one place for a person if one is free and nobody waits, and gives the token of the hold: the one given,
     * or the one under which this message took its place before. `undefined`: full, somebody waits, cancelled, over,
     * or this person holds a place by another message.
     */
    async takePlace(
      code: string,
      taker: { person: string; key: string; token: string; at: Date },
    ): Promise<string | undefined> {
      const { modifiedCount } = await model.updateOne(
        {
          _id: code,
          state: 'open',
          end: { $gt: taker.at },
          'waiting.0': { $exists: false },
          'holds.person': { $ne: taker.person },
          $expr: { $lt: ['$taken', '$places'] },
        },
        {
          $inc: { taken: 1, changes: 1 },
          $push: { holds: { ...taker, kind: 'signup' } },
          $min: { settleAt: new Date(taker.at.getTime() + tidyMs) },
        },
      )
      if (modifiedCount === 1) return taker.token
      const row = await model.findById(code, { holds: 1 }).lean<Pick<Activity, 'holds'>>()
      return row?.holds.find(
        ({ kind, person, key }) => kind === 'signup' && person === taker.person && key === taker.key,
      )?.token
    },
    /** Gives a confirmed place back, once per message; a hold left of its sign-up goes with it. */
    freePlace: (code: string, by: { key: string; at: Date; token: string | undefined }) =>
      model.updateOne(
        { _id: code, 'freed.key': { $ne: by.key } },
        {
          ...givenBack(by.at),
          $push: { freed: { key: by.key, at: by.at } },
          ...(by.token && { $pull: { holds: { token: by.token } } }),
        },
      ),
    /**
     * Puts a person at the end of the waiting list. Gives the place in it, from 1, and the message that put them
     * there, which may be an earlier one. `undefined`: the activity is cancelled or over, or the person holds a place.
     */
    async wait(code: string, waiter: Waiting): Promise<{ position: number; key: string } | undefined> {
      const after = await model
        .findOneAndUpdate(
          {
            _id: code,
            state: 'open',
            end: { $gt: waiter.at },
            'waiting.person': { $ne: waiter.person },
            'holds.person': { $ne: waiter.person },
          },
          { $push: { waiting: waiter }, ...changed(waiter.at) },
          { returnDocument: 'after', projection: { waiting: 1 } },
        )
        .lean<Pick<Activity, 'waiting'>>()
      const list =
        after?.waiting ??
        (await model.findById(code, { waiting: 1 }).lean<Pick<Activity, 'waiting'>>())?.waiting ??
        []
      const index = list.findIndex(({ person }) => person === waiter.person)
      return index < 0 ? undefined : { position: index + 1, key: list[index]?.key ?? waiter.key }
    },
    /** Takes the entry of one message out of the waiting list. */
    leaveWaiting: (code: string, entry: { person: string; key: string }) =>
      model.updateOne({ _id: code }, { $pull: { waiting: { person: entry.person, key: entry.key } } }),
    /**
     * One convergent step: a free place and somebody waiting become an offer to the first in the list.
     * Gives the activity and the new hold; `undefined` when there is nothing to do.
     */
    async offerNext(
      code: string,
      offer: { token: string; at: Date; until: Date },
    ): Promise<{ activity: Activity; hold: Hold } | undefined> {
      const activity = await model
        .findOneAndUpdate(
          {
            _id: code,
            state: 'open',
            end: { $gt: offer.at },
            'waiting.0': { $exists: true },
            'waiting.0.group': { $exists: false },
            $expr: { $lt: ['$taken', '$places'] },
          },
          [
            {
              $set: {
                taken: { $add: ['$taken', 1] },
                changes: { $add: [{ $ifNull: ['$changes', 0] }, 1] },
                settleAt: { $ifNull: [{ $min: ['$settleAt', offer.at] }, offer.at] },
                holds: {
                  $concatArrays: [
                    '$holds',
                    [
                      {
                        person: { $arrayElemAt: ['$waiting.person', 0] },
                        key: { $arrayElemAt: ['$waiting.key', 0] },
                        kind: 'offer',
                        ...offer,
                      },
                    ],
                  ],
                },
                waiting: { $slice: ['$waiting', 1, { $max: [{ $size: '$waiting' }, 1] }] },
              },
            },
          ],
          { returnDocument: 'after', updatePipeline: true },
        )
        .lean<Activity>()
      const hold = activity?.holds.find(({ token }) => token === offer.token)
      return activity && hold ? { activity, hold } : undefined
    },
    /** Notes that the person an offer goes to has been told. */
    told: (code: string, token: string) =>
      model.updateOne({ _id: code, 'holds.token': token }, { $set: { 'holds.$.told': true } }),
    /** An accepted offer keeps its place; any other is given back in the same step. Once per offer. */
    settleOffer: (code: string, token: string, end: { outcome: 'accepted' | 'declined'; at: Date }) =>
      model.updateOne(
        { _id: code, holds: { $elemMatch: { token, kind: 'offer' } } },
        { ...(end.outcome === 'declined' && givenBack(end.at)), $pull: { holds: { token } } },
      ),
    /** Activities whose places the sweeper should look at, longest due first. */
    unsettled: (now: Date, limit: number): Promise<Activity[]> =>
      model
        .find({ settleAt: { $lte: now } })
        .sort({ settleAt: 1 })
        .limit(limit)
        .lean<Activity[]>(),
    /** Notes when to look again, or that all is settled, unless something changed since this activity was read. */
    settled: ({ _id, changes = 0 }: Pick<Activity, '_id' | 'changes'>, next: Date | undefined) =>
      model.updateOne(
        { _id, $expr: { $eq: [{ $ifNull: ['$changes', 0] }, changes] } },
        next ? { $set: { settleAt: next } } : { $unset: { settleAt: 1 } },
      ),
    /** Forgets holds whose sign-up row carries them: the row stands for the place from now on. */
    dropHolds: (code: string, tokens: readonly string[]) =>
      model.updateOne({ _id: code }, { $pull: { holds: { kind: 'signup', token: { $in: [...tokens] } } } }),
    /** Gives a place back that was taken for a sign-up which has none. Once per hold. */
    abandonHold: (code: string, token: string, at: Date) =>
      model.updateOne(
        { _id: code, holds: { $elemMatch: { kind: 'signup', token } } },
        { ...givenBack(at), $pull: { holds: { token } } },
      ),
    /** Forgets who gave places back before a moment, but not messages whose row still owes its place. */
    forgetFreed: (code: string, before: Date, owing: readonly string[]) =>
      model.updateOne(
        { _id: code },
        { $pull: { freed: { at: { $lt: before }, key: { $nin: [...owing] } } } },
      ),
  }
}
