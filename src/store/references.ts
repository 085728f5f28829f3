import type { Connection } from 'mongoose'

/** Where a person's number stands in other collections, as far as it says whose something is. */
const references = {
  identities: { collection: 'identities', field: 'person' },
  hours: { collection: 'hours', field: 'person' },
  asked: { collection: 'requests', field: 'by' },
  askedAbout: { collection: 'requests', field: 'args.person' },
  timers: { collection: 'timers', field: 'data.person' },
  certificates: { collection: 'certificates', field: 'person' },
  reported: { collection: 'reports', field: 'by' },
  reportedBy: { collection: 'reports', field: 'person' },
  owned: { collection: 'reports', field: 'owner' },
  led: { collection: 'pairings', field: 'worker' },
  responsible: { collection: 'activities', field: 'responsible' },
  holds: { collection: 'activities', field: 'person', list: 'holds' },
  waiting: { collection: 'activities', field: 'person', list: 'waiting' },
  wards: { collection: 'people', field: 'person', list: 'guardians' },
} as const satisfies Record<string, { collection: string; field: string; list?: string }>

export type ReferenceName = keyof typeof references
export const referenceNames = Object.keys(references) as ReferenceName[]

/** Numbers that stand in other collections: a new one that belongs to a person is a line in the list above. */
export function personReferences(connection: Connection) {
  const of = (name: ReferenceName): { collection: string; field: string; list?: string } => references[name]
  const pathOf = ({ field, list }: { field: string; list?: string }) => (list ? `${list}.${field}` : field)
  return {
    /** The ids of the documents that point at a person. */
    async to(name: ReferenceName, person: string): Promise<string[]> {
      const reference = of(name)
      const rows = await connection
        .db!.collection<{ _id: string }>(reference.collection)
        .find({ [pathOf(reference)]: person }, { projection: { _id: 1 } })
        .toArray()
      return rows.map(({ _id }) => _id)
    },
    /** Points some documents at another person, where they point at the first. */
    async hand(name: ReferenceName, ids: readonly string[], { from, to }: { from: string; to: string }) {
      const reference = of(name)
      const { collection, field, list } = reference
      await connection
        .db!.collection<{ _id: string }>(collection)
        .updateMany(
          { _id: { $in: [...ids] }, [pathOf(reference)]: from },
          { $set: { [list ? `${list}.$[one].${field}` : field]: to } },
          list ? { arrayFilters: [{ [`one.${field}`]: from }] } : {},
        )
    },
  }
}
