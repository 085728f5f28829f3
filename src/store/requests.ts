import { type Connection, Schema } from 'mongoose'
import type { Reach } from '../domain/reach.ts'
import type { Role } from '../domain/roles.ts'
import type { Seal } from '../seal.ts'
import { insertedFirst } from './connection.ts'

/** Everything that may need a second person's word. */
export const requestKinds = ['join', 'excuse', 'correct', 'guardian', 'new-chat', 'broadcast'] as const
export type RequestKind = (typeof requestKinds)[number]

/** The word a second person gave: who, when, by which message, and why not (sealed at rest). */
export type RequestAnswer = { to: 'agreed' | 'refused'; by: string; at: Date; key: string; reason?: string }

/**
 * Something that waits for a second person's word: `Q12`, asked by `by`, to be answered by somebody else who holds
 * `needs` for the place (`team`, `station`). `args` is what its kind must know to carry it out.
 */
export type Request = {
  _id: string
  kind: RequestKind
  by: string
  needs: Exclude<Role, 'volunteer'>
  team?: string | undefined
  station?: string | undefined
  /** Made only once at a time: the same wish again finds the open one. */
  wish: string
  args: Record<string, string>
  /** Why, in the asker's own words; kept sealed. */
  reason?: string
  key: string
  at: Date
  open: boolean
  answer?: RequestAnswer
}

const schema = new Schema<Request>(
  {
    _id: String,
    kind: String,
    by: String,
    needs: String,
    team: String,
    station: String,
    wish: String,
    args: { type: Map, of: String },
    reason: String,
    key: String,
    at: Date,
    open: Boolean,
    answer: { _id: false, type: { to: String, by: String, at: Date, key: String, reason: String } },
  },
  { collection: 'requests', versionKey: false },
)
  .index({ key: 1 }, { unique: true })
  .index({ wish: 1 }, { unique: true, partialFilterExpression: { open: true } })
  .index({ open: 1, at: 1 })

/** Where a request holds words about somebody. */
const wordsOf = ['reason', 'answer.reason', 'args.name', 'args.birth', 'args.age', 'args.shown']

/** What somebody may answer: everything, or by role the teams and stations it reaches. */
export type Answerable = readonly { needs: Request['needs']; reach: Reach }[]

/** Requests, by number. */
export function requests(connection: Connection, seal: Seal) {
  const model = connection.model('Request', schema)
  const opened = <Words extends { reason?: string }>({ reason, ...rest }: Words) => ({
    ...rest,
    ...(reason && { reason: seal.open(reason) }),
  })
  const sealed = <Words extends { reason?: string }>({ reason, ...rest }: Words) => ({
    ...rest,
    ...(reason && { reason: seal.seal(reason) }),
  })
  const read = <Row extends Request | null>(row: Row): Row =>
    row && ({ ...opened(row), ...(row.answer && { answer: opened(row.answer) }) } as Row)
  return {
    model,
    find: async (id: string): Promise<Request | null> => read(await model.findById(id).lean<Request>()),
    /** Adds a request; when the same wish is open already, or this message made one before, gives that one. */
    async add(request: Request): Promise<Request> {
      const first = await insertedFirst(model.collection.insertOne(sealed(request) as never))
      if (first) return request
      const { key, wish } = request
      const there = await model.findOne({ $or: [{ key }, { wish, open: true }] }).lean<Request>()
      // Answered between the two: then the wish is free again.
      return there ? read(there) : this.add(request)
    },
    /** Gives a word, once: false when another word was given. The same message may say it again. */
    async answer(id: string, answer: RequestAnswer): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: id, $or: [{ open: true }, { 'answer.key': answer.key }] },
        { $set: { open: false, answer: sealed(answer) } },
      )
      return matchedCount === 1
    },
    /** Requests of a kind about a person (`args.person`) that are open, and those this message answered. */
    about: (person: string, kind: RequestKind, key: string): Promise<Request[]> =>
      model
        .find({ kind, 'args.person': person, $or: [{ open: true }, { 'answer.key': key }] })
        .sort({ at: 1 })
        .lean<Request[]>(),
    /** Keeps a value beside the arguments, once: the one kept first is given. */
    async keep(id: string, name: string, value: string): Promise<string> {
      await model.updateOne(
        { _id: id, [`args.${name}`]: { $exists: false } },
        { $set: { [`args.${name}`]: value } },
      )
      const row = await model.findById(id, { args: 1 }).lean<Pick<Request, 'args'>>()
      return row?.args[name] ?? value
    },
    /** Forgets arguments that are nobody's business any more. */
    forget: (id: string, names: readonly string[]) =>
      model.updateOne({ _id: id }, { $unset: Object.fromEntries(names.map((name) => [`args.${name}`, 1])) }),
    /** The open requests of a kind, oldest first. */
    open: async (kind: RequestKind): Promise<Request[]> =>
      (await model.find({ open: true, kind }).sort({ at: 1 }).lean<Request[]>()).map(read),
    /** The open request for what was wished. */
    ofWish: async (wish: string): Promise<Request | null> =>
      read(await model.findOne({ wish, open: true }).lean<Request>()),
    /** Takes an open request back, because what was wished for is there or not wished for any more. */
    withdraw: (wish: string) => model.updateOne({ wish, open: true }, { $set: { open: false } }),
    /** Takes back everything a person wished for, and forgets what was said by them or about them. */
    async forgetOf(person: string): Promise<void> {
      await model.updateMany({ by: person, open: true }, { $set: { open: false } })
      await model.updateMany(
        { $or: [{ by: person }, { 'args.person': person }, { 'args.child': person }] },
        { $unset: Object.fromEntries(wordsOf.map((name) => [name, 1])) },
      )
    },
    /** The open requests that somebody may answer, oldest first, and how many there are; never of their own people. */
    async waitingFor(own: readonly string[], answerable: Answerable, limit: number) {
      const places = answerable.map(({ needs, reach }) =>
        reach === 'all'
          ? { needs }
          : { needs, $or: [{ team: { $in: [...reach.teams] } }, { station: { $in: [...reach.stations] } }] },
      )
      if (places.length === 0) return { count: 0, requests: [] }
      const filter = { open: true, by: { $nin: [...own] }, 'args.person': { $nin: [...own] }, $or: places }
      const [count, rows] = await Promise.all([
        model.countDocuments(filter),
        model.find(filter).sort({ at: 1 }).limit(limit).lean<Request[]>(),
      ])
      return { count, requests: rows.map(read) }
    },
  }
}
