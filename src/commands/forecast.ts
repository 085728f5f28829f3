import { doneAt, quietEnd, quietHours } from '../domain/quiet-hours.ts'
import type { Target } from '../store/broadcasts.ts'
import type { Context } from './command.ts'
import { unpaced } from '../chat/account-pace.ts'

/** What can be foreseen of a delivery, moments in milliseconds. `heldUntil`: it begins in quiet hours, which end then. */
export type Forecast = { seconds: number; heldUntil: number | undefined; done: number }

/**
 * How long it takes to reach some targets from a moment on, at the pace of their platforms, with what waits before
 * them, and when it is done. Quiet hours are waited for, except by what is urgent.
 */
export async function forecast(
  about: { targets: readonly Pick<Target, 'platform' | 'account'>[]; from: number; urgent: boolean },
  { store, pace, rules, zone }: Pick<Context, 'store' | 'pace' | 'rules' | 'zone'>,
): Promise<Forecast> {
  const { targets, from, urgent } = about
  const accounts = new Map<string, { platform: string; account: string; count: number }>()
  for (const { platform, account } of targets) {
    const id = `${platform} ${account}`
    const known = accounts.get(id) ?? { platform, account, count: 0 }
    known.count++
    accounts.set(id, known)
  }
  const times = await Promise.all(
    [...accounts.values()].map(async ({ platform, account, count }) => {
      const before = await store.outbox.bulkWaiting(platform, account)
      return (count + before) / (pace(platform, account) ?? unpaced)
    }),
  )
  const seconds = Math.ceil(Math.max(0, ...times))
  const quiet = quietHours(rules, zone)
  return {
    seconds,
    heldUntil: urgent ? undefined : quietEnd(from, quiet),
    done: urgent ? from + seconds * 1000 : doneAt(from, seconds * 1000, quiet),
  }
}
