/** Prints one line of progress. */
export type Say = (line: string) => void

const HEARTBEAT_MS = 15_000

/** Runs one slow step: says when it begins, every 15 seconds that it still goes on, and how long it took. */
export async function step<T>(say: Say, title: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now()
  const seconds = () => ((performance.now() - begin) / 1000).toFixed(1)
  say(`${title} …`)
  const heartbeat = setInterval(() => say(`${title} … still at it after ${seconds()} s`), HEARTBEAT_MS)
  try {
    const result = await work()
    say(`${title}: done in ${seconds()} s`)
    return result
  } catch (error) {
    say(`${title}: failed after ${seconds()} s`)
    throw error
  } finally {
    clearInterval(heartbeat)
  }
}
