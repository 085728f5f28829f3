/** Numbers that look random and are the same in every run. */
export type Random = {
  /** A whole number from 0 up to, not including, `below`. */
  below: (below: number) => number
  /** One of a list. */
  pick: <Value>(values: readonly Value[]) => Value
}

/** A linear congruential generator (Numerical Recipes); its high bits are good enough to fill a district with. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, pick: (values) => values[below(values.length)] as (typeof values)[number] }
}
