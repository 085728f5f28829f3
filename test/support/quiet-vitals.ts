import type { Vitals } from '../../src/chat/vitals.ts'

/** How a service is in which nothing happens. */
export const quietVitals = async (): Promise<Vitals> => ({
  incoming: { boxes: 0, oldestMs: 0 },
  jobs: { delayed: 0, failed: 0 },
  accounts: [],
  mongodbMs: 0,
  redisMs: 0,
})
