import { type Connection, Schema } from 'mongoose'
import type { Grant } from '../domain/roles.ts'
import { insertedFirst } from './connection.ts'

/**
 * A promise of time: the guard against two activities at once. `key` is the message that made it, `at` when; past ones
 * are dropped at the next sign-up.
 */
export type Commitment = { code: string; start: Date; end: Date; key: string; at?: Date }

/** A grant with who gave it, when and by which message. */
export type HeldGrant = Grant & { by: string; at: Date; key: string }

/** Somebody known to the service. `phone` and `birth` are sealed; `phoneIndex` finds a phone without opening it. */
export type Person = {
  _id: string
  name: string
  phone?: string
  phoneIndex?: string
  birth?: string
  skills: string[]
  consent?: { version: string; at: Date; key: string }
  grants: HeldGrant[]
  /** Grants taken back, with who did it, when and by which message. */
  revoked?: HeldGrant[]
  commitments: Commitment[]
  /** Since when this person wants no more calls. */
  optedOut?: Date
  /** The message that made this person. */
  key: string
  createdAt: Date
  /** Set with the person, taken off once the month of registration was counted (`registrations.ts`). */
  uncounted?: string
  demo?: boolean
}

/** Somebody as an audience sees them: the names of the teams and stations they hold a role for, their skills. */
export type AudienceMember = { _id: string; scopes: string[]; skills: string[]; optedOut: boolean }

const grant = new Schema(
  { role: String, scope: { kind: { type: String }, name: String }, by: String, at: Date, key: String },
  { _id: false },
)
const commitment = new Schema({ code: String, start: Date, end: Date, key: String, at: Date }, { _id: false })

const schema = new Schema<Person>(
  {
    _id: String,
    name: String,
    phone: String,
    phoneIndex: String,
    birth: String,
    skills: [String],
    consent: { _id: false, type: { version: String, at: Date, key: String } },
    grants: [grant],
    revoked: { type: [grant], default: undefined },
    commitments: [commitment],
    optedOut: Date,
    key: String,
    createdAt: Date,
    uncounted: String,
    demo: Boolean,
  },
  { collection: 'people', versionKey: false },
)
  .index({ name: 1 })
  .index({ phoneIndex: 1 }, { sparse: true })
  .index({ 'grants.scope.name': 1 })
  .index({ createdAt: 1 })
  .index({ uncounted: 1 }, { sparse: true })
  .index({ 'grants.role': 1 })

const sameGrant = ({ role, scope }: Grant) => ({
  role,
  'scope.kind': scope.kind,
  'scope.name': 'name' in scope ? scope.name : null,
})

/** People, by volunteer number. */
export function people(connection: Connection) {
  const model = connection.model<Person>('Person', schema)
  return {
    model,
    find: (id: string): Promise<Person | null> => model.findById(id).lean<Person>(),
    /** Everyone who could be meant by a name or number: names are not identity, so there may be several. */
    named: (nameOrNumber: string): Promise<Person[]> =>
      model
        .find(/^V\d+$/i.test(nameOrNumber) ? { _id: nameOrNumber.toUpperCase() } : { name: nameOrNumber })
        .sort({ _id: 1 })
        .limit(10)
        .lean<Person[]>(),
    many: (ids: readonly string[]): Promise<Person[]> =>
      model.find({ _id: { $in: [...ids] } }).lean<Person[]>(),
    /** Everyone whom any of these names or numbers could mean. */
    namedAny: (namesOrNumbers: readonly string[]): Promise<Person[]> =>
      model
        .find({
          $or: [
            { _id: { $in: namesOrNumbers.map((text) => text.toUpperCase()) } },
            { name: { $in: [...namesOrNumbers] } },
          ],
        })
        .sort({ _id: 1 })
        .lean<Person[]>(),
    /** Members of some teams who were registered, and became members, before a moment. */
    membersOf: (teams: readonly string[], before: Date): Promise<number> =>
      model.countDocuments({
        'grants.scope.name': { $in: [...teams] },
        createdAt: { $lt: before },
        grants: {
          $elemMatch: {
            role: { $in: ['volunteer', 'leader'] },
            'scope.kind': 'team',
            'scope.name': { $in: [...teams] },
            at: { $lt: before },
          },
        },
      }),
    add: (person: Person): Promise<boolean> =>
      insertedFirst(model.create({ ...person, uncounted: person.key })),
    /** Adds what somebody who became a person without consent (the first admin) tells at registration, once. */
    complete: (
      id: string,
      known: Pick<Person, 'name' | 'skills' | 'consent' | 'phone' | 'phoneIndex' | 'birth'>,
    ) => model.updateOne({ _id: id, consent: { $exists: false } }, { $set: known }),
    /** Adds a grant once per message and once per role and scope. */
    async grant(id: string, held: HeldGrant): Promise<void> {
      const same = sameGrant(held)
      await model.updateOne({ _id: id, grants: { $not: { $elemMatch: same } } }, { $push: { grants: held } })
    },
    /** Takes a grant back, once: who did it stays on the person. False when it was no longer held. */
    async revoke(id: string, taken: HeldGrant): Promise<boolean> {
      const same = sameGrant(taken)
      const { matchedCount } = await model.updateOne(
        { _id: id, grants: { $elemMatch: same } },
        { $pull: { grants: same }, $push: { revoked: taken } },
      )
      return matchedCount === 1
    },
    /** People who hold a role in a team's scope: its members, leaders and social workers. */
    inTeams: (teams: readonly string[]): Promise<Person[]> =>
      model
        .find({ grants: { $elemMatch: { 'scope.kind': 'team', 'scope.name': { $in: [...teams] } } } })
        .lean<Person[]>(),
    /** Everybody who may belong to an audience: of some teams and stations, with some skill, or all there are. */
    async audience(of: 'everyone' | { teams: string[]; skills: string[] }): Promise<AudienceMember[]> {
      const filter =
        of === 'everyone'
          ? {}
          : { $or: [{ 'grants.scope.name': { $in: of.teams } }, { skills: { $in: of.skills } }] }
      const fields = { 'grants.scope.name': 1, skills: 1, optedOut: 1 } as const
      const members: AudienceMember[] = []
      // In batches: thousands of documents at once would stop everything else while they are unpacked.
      for await (const row of model
        .find(filter, fields)
        .sort({ _id: 1 })
        .lean<Person[]>()
        .cursor({ batchSize: 500 }))
        members.push({
          _id: row._id,
          scopes: row.grants.flatMap(({ scope }) => ('name' in scope ? [scope.name] : [])),
          skills: row.skills,
          optedOut: row.optedOut !== undefined,
        })
      return members
    },
    /** Social workers and admins whose word a place needs are found by role. */
    withRole: (role: Grant['role']): Promise<Person[]> =>
      model.find({ 'grants.role': role }).lean<Person[]>(),
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
    setOptedOut: (id: string, at: Date | undefined) =>
      model.updateOne({ _id: id }, at ? { $set: { optedOut: at } } : { $unset: { optedOut: 1 } }),
    count: () => model.estimatedDocumentCount(),
  }
}
