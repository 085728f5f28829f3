import { doneAt, quietEnd, quietHours } from '../domain/quiet-hours.ts'
import type { Target } from '../store/broadcast-targets.ts'
import { unpaced } from '../chat/account-pace.ts'
import { keyOf } from '../chat/message.ts'
import type { Context } from './command.ts'

/** What can be foreseen of a delivery, moments in milliseconds. `heldUntil`: it begins in quiet hours, which end then. */
export type Forecast = { seconds: number; heldUntil: number | undefined; done: number }

/** Messages for one account of a platform. */
export type Load = { platform: string; account: string; count: number }

/** How many targets each account has. */
export function loadOf(targets: readonly Pick<Target, 'platform' | 'account'>[]): Load[] {
  const loads = new Map<string, Load>()
  for (const { platform, account } of targets) {
    const id = keyOf(platform, account)
    const load = loads.get(id) ?? { platform, account, count: 0 }
    load.count++
    loads.set(id, load)
  }
  return [...loads.values()]
}

/**
 * How long it takes from a moment on at the pace of the platforms, with all that waits for the same accounts, and when
 * it is done. Quiet hours are waited for, except by what is urgent. `accounts` that are not written yet add to what waits.
 */
export async function forecast(
  about: { accounts: readonly Load[]; from: number; urgent: boolean; unwritten?: boolean },
  { store, pace, rules, zone }: Pick<Context, 'store' | 'pace' | 'rules' | 'zone'>,
): Promise<Forecast> {
  const { accounts, from, urgent, unwritten } = about
  const times = await Promise.all(
    accounts.map(async ({ platform, account, count }) => {
      const waiting = await store.outbox.bulkWaiting(platform, account)
      return (waiting + (unwritten ? count : 0)) / (pace(platform, account) ?? unpaced)
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
