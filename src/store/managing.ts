import type { Model } from 'mongoose'
import type { Activity, Edit, Move } from './activity.ts'

/** When the sweeper looks whether a change has reached everybody, in milliseconds: the message itself gets there first. */
const finishMs = 60_000

/** Changes of activities by those who lead them: each one conditional update that keeps its message's key. */
export function managing(model: Model<Activity>) {
  const change = (at: Date) => ({
    $inc: { changes: 1 },
    $min: { settleAt: new Date(at.getTime() + finishMs) },
  })
  return {
    /**
     * Changes one thing about an open activity that still is what the edit says it was, once per message. False when
     * it is not, or when more places are taken than would be left. More places are offered by the sweeper at once.
     */
    async edit(code: string, edit: Edit): Promise<boolean> {
      const { field, to, was = null, at } = edit
      const { matchedCount } = await model.updateOne(
        {
          _id: code,
          state: 'open',
          end: { $gt: at },
          [field]: was,
          'edits.key': { $ne: edit.key },
          ...(field === 'places' && { taken: { $lte: Number(to) } }),
        },
        {
          $set: { [field]: to },
          $push: { edits: edit },
          ...(field === 'places' && { $inc: { changes: 1 }, $min: { settleAt: at } }),
        },
      )
      return matchedCount === 1 || (await model.countDocuments({ _id: code, 'edits.key': edit.key })) === 1
    },
    /** Gives an open activity that has not begun another time, if it still has the time the move says. Once per message. */
    async reschedule(code: string, move: Move): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        {
          _id: code,
          state: 'open',
          start: { $eq: move.was.start, $gt: move.at },
          end: move.was.end,
          'moves.key': { $ne: move.key },
        },
        { $set: move.to, $push: { moves: move }, ...change(move.at) },
      )
      return matchedCount === 1 || (await model.countDocuments({ _id: code, 'moves.key': move.key })) === 1
    },
    /** Notes how many an activity that is over has served, if it still has the number the edit says. Once per message. */
    async close(code: string, edit: Edit): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        {
          _id: code,
          state: { $in: ['open', 'closed'] },
          end: { $lte: edit.at },
          served: edit.was === undefined ? { $exists: false } : Number(edit.was),
          'edits.key': { $ne: edit.key },
        },
        { $set: { state: 'closed', served: Number(edit.to) }, $push: { edits: edit } },
      )
      return matchedCount === 1 || (await model.countDocuments({ _id: code, 'edits.key': edit.key })) === 1
    },
    /** Calls an open activity off, once; true also for the rerun of the message that did. */
    async callOff(code: string, said: NonNullable<Activity['calledOff']>): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: code, state: 'open', end: { $gt: said.at } },
        { $set: { state: 'cancelled', calledOff: said }, ...change(said.at) },
      )
      return (
        matchedCount === 1 || (await model.countDocuments({ _id: code, 'calledOff.key': said.key })) === 1
      )
    },
  }
}
