/**
 * Collects what arrives while a commit is under way into the next commit: under load one round trip carries many,
 * alone nobody waits. `commit` gets at most `limit` items and answers one result for each, in order; when it throws,
 * everybody in that commit gets the error and the next commit starts afresh.
 */
export function createGroupCommit<Item, Result>(options: {
  limit: number
  commit: (items: readonly Item[]) => Promise<readonly Result[]>
}) {
  type Entry = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }
  let waiting: Entry[] = []
  let running = false

  const run = async () => {
    running = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, options.limit)
      waiting = waiting.slice(batch.length)
      try {
        const results = await options.commit(batch.map(({ item }) => item))
        batch.forEach((entry, i) => entry.resolve(results[i] as Result))
      } catch (error) {
        for (const entry of batch) entry.reject(error)
      }
    }
    running = false
  }

  return {
    /** Resolves when the item's commit is done. */
    add: (item: Item): Promise<Result> =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject })
        // Waiting for the end of the current turn lets requests that came in one read of the socket share a commit.
        if (!running) {
          running = true
          setImmediate(() => void run())
        }
      }),
  }
}

export type GroupCommit<Item, Result> = ReturnType<typeof createGroupCommit<Item, Result>>
