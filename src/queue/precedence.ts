/**
 * Lets those in a hurry go first in this process: others begin while none of them is at work, or once they have waited
 * for `longestMs` milliseconds, so that a lasting rush slows them down and never stops them.
 */
export function createPrecedence(longestMs: number) {
  let busy = 0
  const waiting = new Set<() => void>()
  return {
    /** Does the work of somebody in a hurry. */
    async first<T>(work: () => Promise<T>): Promise<T> {
      busy++
      try {
        return await work()
      } finally {
        if (--busy === 0) for (const go of waiting) go()
      }
    },
    /** Resolves when it is the others' turn. */
    async giveWay(): Promise<void> {
      if (busy === 0) return
      await new Promise<void>((resolve) => {
        const go = () => {
          clearTimeout(timer)
          waiting.delete(go)
          resolve()
        }
        const timer = setTimeout(go, longestMs)
        waiting.add(go)
      })
    },
  }
}

export type Precedence = ReturnType<typeof createPrecedence>
