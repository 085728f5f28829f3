import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type Connection, Schema } from 'mongoose'

/** Somebody or somewhere a broadcast goes: frozen when 是 was said. */
export type Target = {
  platform: string
  account: string
  kind: 'person' | 'room'
  id: string
  person?: string
  /** The child it is for, where `person` is a guardian. */
  child?: string
}

/** Targets in one document: few round trips for tens of thousands, and no document that takes long to unpack. */
export const sliceSize = 250
/** Slices written at once. */
const slicesAtOnce = 4

/** Days a list is kept: a broadcast that is not planned by then reaches nobody any more. */
const listDays = 7

/** A part of a list, `list/0`. */
type Slice = { _id: string; targets: Target[]; at: Date }

const schema = new Schema<Slice>(
  {
    _id: String,
    targets: [
      {
        _id: false,
        platform: String,
        account: String,
        kind: { type: String },
        id: String,
        person: String,
        child: String,
      },
    ],
    at: Date,
  },
  { collection: 'broadcast_targets', versionKey: false },
).index({ at: 1 }, { expireAfterSeconds: listDays * 24 * 3600 })

/** Whom broadcasts go to: lists that are written once and read slice by slice. */
export function broadcastTargets(connection: Connection) {
  const model = connection.model('BroadcastTargets', schema)
  return {
    model,
    /**
     * Writes a list and gives its name. Every run of a message writes one of its own, and only what a broadcast points
     * at counts: half a list of a run that died is forgotten by the database.
     */
    async write(targets: readonly Target[]): Promise<string> {
      const list = randomUUID()
      // By the clock the database forgets by: a message that was run again days later must not lose its list at once.
      const at = new Date()
      const atOnce = sliceSize * slicesAtOnce
      for (let from = 0; from < targets.length; from += atOnce) {
        const slices: Slice[] = []
        for (let n = from; n < Math.min(from + atOnce, targets.length); n += sliceSize)
          slices.push({ _id: `${list}/${n / sliceSize}`, targets: targets.slice(n, n + sliceSize), at })
        await model.collection.insertMany(slices as never[], { ordered: false })
        await setImmediate()
      }
      return list
    },
    /** The slice that begins with a target, in the order of the list; empty when there is none any more. */
    async slice(list: string, from: number): Promise<Target[]> {
      const row = await model.findById(`${list}/${from / sliceSize}`).lean<Slice>()
      return row?.targets ?? []
    },
  }
}

export type BroadcastTargets = ReturnType<typeof broadcastTargets>
