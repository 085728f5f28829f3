import type { Person } from '../../store/people.ts'

/** How each person is called beside the others: by name, and by number too when others have the same name. */
export function tellApart(people: readonly Pick<Person, '_id' | 'name'>[]): (id: string) => string {
  const names = new Map(people.map(({ _id, name }) => [_id, name]))
  const counts = new Map<string, number>()
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return (id) => {
    const name = names.get(id)
    return name === undefined ? id : (counts.get(name) ?? 0) > 1 ? `${name} ${id}` : name
  }
}
