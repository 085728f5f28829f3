/** Some people who are left out of an audience, and why. */
export type Without<Reason extends string> = { reason: Reason; people: Iterable<string> }

/**
 * Everybody wanted, each once and in the order of first mention, less those left out. `leftOut` counts the wanted people
 * who were left out, each under the first reason that applies, so that the counts and the audience add up to `wanted`.
 */
export function audience<Reason extends string>(
  groups: Iterable<Iterable<string>>,
  without: readonly Without<Reason>[] = [],
): { people: string[]; wanted: number; leftOut: { reason: Reason; count: number }[] } {
  const people = new Set<string>()
  for (const group of groups) for (const person of group) people.add(person)
  const wanted = people.size
  const leftOut = without.map(({ reason, people: unwanted }) => {
    const before = people.size
    for (const person of unwanted) people.delete(person)
    return { reason, count: before - people.size }
  })
  return { people: [...people], wanted, leftOut }
}
