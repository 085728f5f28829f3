import type { Notice } from '../../chat/reply.ts'
import type { Timer } from '../../store/timers.ts'
import type { PlaceDeps } from '../promotion.ts'
import { isWard } from './is-ward.ts'

/** A child turns 14: from now on consent of its own is asked for, and whoever acts for it is told how that is given. */
export async function comesOfAge(timer: Timer, { store, notify, rules }: PlaceDeps): Promise<void> {
  const child = await store.people.find(timer.data.person ?? '')
  if (!child || !isWard(child)) return
  const { name, guardians = [] } = child
  const notices = guardians.map(({ person }): Notice => ({
    person,
    say: ({ texts }) => ({ text: texts.guardian.comesOfAge({ name, age: rules.consentAge }) }),
  }))
  await notify(notices, timer._id)
}
