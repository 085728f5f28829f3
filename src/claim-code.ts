import { randomBytes } from 'node:crypto'
import type { Store } from './store/index.ts'

/**
 * The code that makes the first admin: the one given, else one of 160 bits made once and kept sealed, the same for
 * all processes. `unused` tells whether anybody still needs to see it.
 */
export async function claimCode(
  store: Store,
  given: string | undefined,
): Promise<{ code: string; unused: boolean }> {
  const unused = (await store.marks.find('first-admin')) === null
  if (given) return { code: given, unused }
  const made = randomBytes(20).toString('base64url')
  await store.marks.setOnce('claim-code', { key: made, at: new Date(), text: store.seal.seal(made) })
  const kept = await store.marks.find('claim-code')
  return { code: kept?.text ? store.seal.open(kept.text) : made, unused }
}
