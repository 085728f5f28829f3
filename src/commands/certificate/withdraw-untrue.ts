import type { Certificate } from '../../store/certificates.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Context } from '../command.ts'

/**
 * Withdraws the certificates of a line's person that print more than the ledger has for their period by now. Gives
 * those this message withdrew, now or in an earlier run. A sum that grew is still true: that much was served.
 */
export async function withdrawUntrue(
  { person, date }: Pick<HoursEntry, 'person' | 'date'>,
  { store, key, now }: Pick<Context, 'store' | 'key' | 'now'>,
): Promise<Certificate[]> {
  const issued = await store.certificates.ofPerson(person)
  const about = issued.filter(({ period }) => period.from <= date && date <= period.to)
  for (const { _id, status, period, minutes } of about) {
    if (status !== 'valid') continue
    const { verified = 0 } = await store.hours.totals(person, period)
    if (minutes > verified) await store.certificates.withdraw(_id, { key, at: now })
  }
  return store.certificates.withdrawnBy(person, key)
}
