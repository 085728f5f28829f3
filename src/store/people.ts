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

/**
 * Somebody who acts for a child, with the consent they gave for it: which text, when, by which message, and who made
 * sure of it on which request.
 */
export type Guardian = {
  person: string
  consent: { version: string; at: Date; key: string }
  confirmedBy: string
  request: string
  at: Date
}

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
  /** Who acts for this person as long as there is no consent of their own. */
  guardians?: Guardian[]
  /** Since when this person wants no more calls. */
  optedOut?: Date
  /** The message that is closing the account of somebody without whom there might be no admin. */
  closing?: { key: string; at: Date }
  /** The account is closed: from then on the person is a pseudonym, and its chat accounts are strangers'. */
  closed?: Closing
  /** The number that this one is by now: two registrations of one person, made one. */
  mergedInto?: string
  /** The message that made this person. */
  key: string
  createdAt: Date
  /** Set with the person, taken off once the month of registration was counted (`registrations.ts`). */
  uncounted?: string
  demo?: boolean
}

/** What closed an account: the message, when, whether consent was withdrawn, the language of the answer. */
export type Closing = { key: string; at: Date; why: 'account' | 'consent'; locale: 'zh-CN' | 'en' }

/** What stands in the place of a name that was removed. */
export const noName = '***'

/** Somebody as an audience sees them: the names of the teams and stations they hold a role for, their skills. */
export type AudienceMember = { _id: string; scopes: string[]; skills: string[]; optedOut: boolean }

const grant = new Schema(
  { role: String, scope: { kind: { type: String }, name: String }, by: String, at: Date, key: String },
  { _id: false },
)
const commitment = new Schema({ code: String, start: Date, end: Date, key: String, at: Date }, { _id: false })

const guardian = new Schema(
  {
    person: String,
    consent: { _id: false, type: { version: String, at: Date, key: String } },
    confirmedBy: String,
    request: String,
    at: Date,
  },
  { _id: false },
)

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
    guardians: { type: [guardian], default: undefined },
    optedOut: Date,
    closing: { _id: false, type: { key: String, at: Date } },
    closed: { _id: false, type: { key: String, at: Date, why: String, locale: String } },
    mergedInto: String,
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
  .index({ 'closed.key': 1 }, { sparse: true })
  .index({ 'grants.role': 1 })
  .index({ 'closed.at': 1 }, { sparse: true })
  .index({ createdAt: 1 })
  .index({ uncounted: 1 }, { sparse: true })
  .index({ 'guardians.person': 1 }, { sparse: true })
  .index({ mergedInto: 1 }, { sparse: true })

const notMerged = { mergedInto: { $exists: false } } as const

const sameGrant = ({ role, scope }: Grant) => ({
  role,
  'scope.kind': scope.kind,
  'scope.name': 'name' in scope ? scope.name : null,
})

/** People, by volunteer number. */
export function people(connection: Connection) {
  const model = connection.model<Person>('Person', schema)

  /** By number; a number that was merged is the other one. */
  async function find(id: string): Promise<Person | null> {
    const person = await model.findById(id).lean<Person>()
    return person?.mergedInto ? find(person.mergedInto) : person
  }
  /** The same for rows that were found; nobody is in it twice. */
  async function resolve(rows: readonly Person[]): Promise<Person[]> {
    if (rows.every(({ mergedInto }) => mergedInto === undefined)) return [...rows]
    const people = await Promise.all(rows.map(async (row) => (row.mergedInto ? find(row.mergedInto) : row)))
    return [...new Map(people.flatMap((one) => (one ? [[one._id, one] as const] : []))).values()]
  }

  return {
    model,
    find,
    /** Exactly this number's own row, also when it was merged. */
    row: (id: string): Promise<Person | null> => model.findById(id).lean<Person>(),
    /** Everyone who could be meant by a name or number: names are not identity, so there may be several. */
    async named(nameOrNumber: string): Promise<Person[]> {
      if (/^V\d+$/i.test(nameOrNumber)) {
        const person = await find(nameOrNumber.toUpperCase())
        return person && !person.closed ? [person] : []
      }
      return model
        .find({ name: nameOrNumber, ...notMerged, closed: { $exists: false } })
        .sort({ _id: 1 })
        .limit(10)
        .lean<Person[]>()
    },
    many: (ids: readonly string[]): Promise<Person[]> =>
      model.find({ _id: { $in: [...ids] } }).lean<Person[]>(),
    /** Everyone whom any of these names or numbers could mean. */
    async namedAny(namesOrNumbers: readonly string[]): Promise<Person[]> {
      const rows = await model
        .find({
          $or: [
            { _id: { $in: namesOrNumbers.map((text) => text.toUpperCase()) } },
            { name: { $in: [...namesOrNumbers] }, ...notMerged },
          ],
        })
        .sort({ _id: 1 })
        .lean<Person[]>()
      return resolve(rows)
    },
    /** Members of some teams who were registered, and became members, before a moment; a closed account belongs to none. */
    membersOf: (teams: readonly string[], before: Date): Promise<number> =>
      model.countDocuments({
        'grants.scope.name': { $in: [...teams] },
        createdAt: { $lt: before },
        ...notMerged,
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
      await model.updateOne(
        { _id: id, closed: { $exists: false }, grants: { $not: { $elemMatch: same } } },
        { $push: { grants: held } },
      )
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
    /** The children somebody acts for. */
    wardsOf: (guardianOf: string): Promise<Person[]> =>
      model
        .find({ 'guardians.person': guardianOf, consent: { $exists: false } })
        .sort({ _id: 1 })
        .lean<Person[]>(),
    /** Those of some people for whom somebody else acts. */
    wardsAmong: (ids: readonly string[]): Promise<Pick<Person, '_id' | 'name' | 'guardians'>[]> =>
      model
        .find(
          { _id: { $in: [...ids] }, 'guardians.0': { $exists: true }, consent: { $exists: false } },
          { name: 1, guardians: 1 },
        )
        .lean<Person[]>(),
    /** Adds somebody who acts for a child, once. */
    addGuardian: (id: string, added: Guardian) =>
      model.updateOne(
        { _id: id, 'guardians.person': { $ne: added.person } },
        { $push: { guardians: added } },
      ),
    /** Consent of one's own, once: from then on nobody else acts for this person. */
    consentOneself: (id: string, consent: NonNullable<Person['consent']>) =>
      model.updateOne({ _id: id, consent: { $exists: false } }, { $set: { consent } }),
    /** People who hold a role in a team's scope: its members, leaders and social workers. */
    inTeams: (teams: readonly string[]): Promise<Person[]> =>
      model
        .find({ grants: { $elemMatch: { 'scope.kind': 'team', 'scope.name': { $in: [...teams] } } } })
        .lean<Person[]>(),
    /** Everybody who may belong to an audience: of some teams and stations, with some skill, or all there are. */
    async audience(of: 'everyone' | { teams: string[]; skills: string[] }): Promise<AudienceMember[]> {
      const filter =
        of === 'everyone'
          ? { ...notMerged, closed: { $exists: false } }
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
    /** Makes a number answer as another one; false when it answers as a third. */
    async mergeInto(id: string, into: string): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: id, $or: [{ mergedInto: { $exists: false } }, { mergedInto: into }] },
        { $set: { mergedInto: into } },
      )
      return matchedCount === 1
    },
    /** Sets and removes parts of a person, whatever is there. */
    setParts: (id: string, set: Partial<Person>, unset: readonly (keyof Person)[] = []) =>
      model.updateOne(
        { _id: id },
        {
          ...(Object.keys(set).length > 0 && { $set: set }),
          ...(unset.length > 0 && { $unset: Object.fromEntries(unset.map((name) => [name, 1])) }),
        },
      ),
    /** Adds promises, each once; those of activities that are promised already stay as they are. */
    async addCommitments(id: string, commitments: readonly Commitment[]): Promise<void> {
      for (const one of commitments)
        await model.updateOne(
          { _id: id, 'commitments.code': { $ne: one.code } },
          { $push: { commitments: one } },
        )
    },
    setOptedOut: (id: string, at: Date | undefined) =>
      model.updateOne({ _id: id }, at ? { $set: { optedOut: at } } : { $unset: { optedOut: 1 } }),
    count: () => model.estimatedDocumentCount(),
  }
}
