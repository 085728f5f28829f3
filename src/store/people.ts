import type { Connection } from 'mongoose'
import type { Grant } from '../domain/roles.ts'
import { closingAccounts } from './closing-accounts.ts'
import { insertedFirst } from './connection.ts'
import { type AudienceMember, type Guardian, type HeldGrant, type Person, personSchema } from './person.ts'
import { promising } from './promising.ts'

export { noName } from './person.ts'
export type { AudienceMember, Closing, Commitment, Guardian, HeldGrant, Person } from './person.ts'

const notMerged = { mergedInto: { $exists: false } } as const

const sameGrant = ({ role, scope }: Grant) => ({
  role,
  'scope.kind': scope.kind,
  'scope.name': 'name' in scope ? scope.name : null,
})

/** People, by volunteer number. */
export function people(connection: Connection) {
  const model = connection.model<Person>('Person', personSchema)

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
    /** Which of these want no calls; a number that was merged goes by the other one's word. */
    async optedOut(ids: readonly string[]): Promise<Set<string>> {
      if (ids.length === 0) return new Set()
      const rows = await model
        .find(
          {
            _id: { $in: [...ids] },
            $or: [{ optedOut: { $exists: true } }, { mergedInto: { $exists: true } }],
          },
          { optedOut: 1, mergedInto: 1 },
        )
        .lean<Pick<Person, '_id' | 'optedOut' | 'mergedInto'>[]>()
      const out = await Promise.all(
        rows.map(async ({ _id, optedOut, mergedInto }) =>
          (mergedInto === undefined ? optedOut : (await find(mergedInto))?.optedOut) === undefined
            ? []
            : [_id],
        ),
      )
      return new Set(out.flat())
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
    /** The children somebody acts for; also the one whose consent this message withdrew. */
    wardsOf: (guardianOf: string, key?: string): Promise<Person[]> =>
      model
        .find({
          'guardians.person': guardianOf,
          consent: { $exists: false },
          $or: [{ closed: { $exists: false } }, ...(key ? [{ 'closed.key': key }] : [])],
        })
        .sort({ _id: 1 })
        .lean<Person[]>(),
    /** The numbers of somebody's children, also of those who are of age by now. */
    childrenOf: async (guardianOf: string): Promise<string[]> =>
      (await model.find({ 'guardians.person': guardianOf }, { _id: 1 }).lean<Pick<Person, '_id'>[]>()).map(
        ({ _id }) => _id,
      ),
    /** The guardians of some people, also of those who are of age by now, by number. */
    guardiansOf: async (ids: readonly string[]): Promise<Map<string, string[]>> => {
      const rows = await model
        .find({ _id: { $in: [...ids] }, 'guardians.0': { $exists: true } }, { guardians: 1 })
        .lean<Pick<Person, '_id' | 'guardians'>[]>()
      return new Map(rows.map(({ _id, guardians = [] }) => [_id, guardians.map(({ person }) => person)]))
    },
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
    /**
     * Everybody who may belong to an audience: of some teams and stations, with some skill, by number, or all there are.
     * What the gates of a call ask is read for a call only.
     */
    async audience(
      of: 'everyone' | { teams: string[]; skills: string[]; people: string[] },
      toCall: boolean,
    ): Promise<AudienceMember[]> {
      const filter =
        of === 'everyone'
          ? { ...notMerged, closed: { $exists: false } }
          : {
              ...notMerged,
              closed: { $exists: false },
              $or: [
                { 'grants.scope.name': { $in: of.teams } },
                { skills: { $in: of.skills } },
                { _id: { $in: of.people } },
              ],
            }
      const fields = {
        'grants.scope.name': 1,
        skills: 1,
        optedOut: 1,
        ...(toCall && { commitments: 1, birth: 1, 'guardians.person': 1 }),
      } as const
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
          ...(toCall && {
            gates: {
              promised: row.commitments,
              guarded: (row.guardians ?? []).length > 0,
              ...(row.birth && { birth: row.birth }),
            },
          }),
        })
      return members
    },
    /** Social workers and admins whose word a place needs are found by role. */
    withRole: (role: Grant['role']): Promise<Person[]> =>
      model.find({ 'grants.role': role }).lean<Person[]>(),
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
    ...promising(model),
    ...closingAccounts(model),
    setOptedOut: (id: string, at: Date | undefined) =>
      model.updateOne({ _id: id }, at ? { $set: { optedOut: at } } : { $unset: { optedOut: 1 } }),
    count: () => model.estimatedDocumentCount(),
  }
}
