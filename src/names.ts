import type { Snapshot } from './commands/grammar.ts'
import { asAppError } from './errors.ts'
import type { Store } from './store/index.ts'

/** How often names are read again even when nobody told of a change, in milliseconds. */
const everyMs = 10_000

/**
 * A copy in memory of the names the parser knows, so that parsing never waits for a database. Refreshed when
 * somebody tells of a change, and now and then in case nobody did. An outage keeps the last copy.
 */
export async function createNames(store: Store) {
  let snapshot: Snapshot = { teams: [], stations: [], categories: [] }
  const refresh = async () => {
    const [teams, categories, rooms] = await Promise.all([
      store.teams.all(),
      store.categories.all(),
      store.rooms.allBound(),
    ])
    snapshot = {
      teams: teams.filter(({ kind }) => kind !== 'station').map(({ _id }) => _id),
      stations: teams.filter(({ kind }) => kind === 'station').map(({ _id }) => _id),
      categories: categories.map(({ _id }) => _id),
      rooms: rooms.map(({ name }) => name),
    }
  }
  await refresh()
  const timer = setInterval(() => void refresh().catch(asAppError), everyMs)
  return {
    get: () => snapshot,
    refresh,
    stop: async () => clearInterval(timer),
  }
}
