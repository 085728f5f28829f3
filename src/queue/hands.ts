/** As many pieces of work at once as there are hands; whoever finds none free waits its turn. */
export function createHands(count: number) {
  let free = count
  const waiting: (() => void)[] = []
  return {
    get free(): boolean {
      return free > 0
    },
    /** Does the work as soon as a hand is free. */
    async use<T>(work: () => Promise<T>): Promise<T> {
      if (free > 0) free--
      else await new Promise<void>((resolve) => waiting.push(resolve))
      try {
        return await work()
      } finally {
        // The hand goes straight to whoever waited longest, so that nobody slips in between.
        const next = waiting.shift()
        if (next) next()
        else free++
      }
    },
  }
}

export type Hands = ReturnType<typeof createHands>
