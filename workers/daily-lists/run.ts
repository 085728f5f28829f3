import { dailyLists } from '../../src/commands/daily-lists.ts'
import { isListTime } from '../../src/domain/list-hours.ts'
import { addDays, localDate, startOfDay } from '../../src/domain/time/local-date.ts'
import type { Ticker } from '../../src/queue/work.ts'
import type { WorkerDeps } from '../deps.ts'

/**
 * Sends the lists of a working day once it is nine o'clock. Each has a key of its day and reader, so that several
 * processes, or one that died in between, tell nobody twice; the mark only spares the work.
 */
export const sendDailyLists: Ticker<WorkerDeps> = {
  name: 'daily-lists',
  everyMs: 2_000,
  async run({ store, zone, rules, now, tell }) {
    const at = now()
    if (!isListTime(at, zone)) return
    const today = localDate(at, zone)
    const mark = `daily-lists:${today}`
    if (await store.marks.find(mark)) return
    const midnight = startOfDay(addDays(today, 1), zone)
    await tell(await dailyLists({ store, now: new Date(at), zone, rules }), new Date(midnight))
    await store.marks.setOnce(mark, { key: mark, at: new Date(at) })
  },
}
