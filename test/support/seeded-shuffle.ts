/** The same list in another order, the same one for the same seed: disorder that a failing test can repeat. */
export function seededShuffle<T>(list: readonly T[], seed: number): T[] {
  let state = seed + 1
  // Park and Miller's generator: enough for an order nobody planned.
  const next = () => (state = (state * 48_271) % 2_147_483_647)
  return list
    .map((one) => ({ one, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}
