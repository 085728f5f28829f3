import type { Signup } from '../store/signups.ts'
import type { Context } from './command.ts'

/** Whom a change of an activity concerns: who has a place or an offer, and who waits. */
export const concerned = (code: string, { store }: Pick<Context, 'store'>): Promise<Signup[]> =>
  store.signups.ofActivity(code, ['confirmed', 'offered', 'waiting', 'arrived'])
