/** Where a sign-up (a person at an activity) can be. */
export const signupStates = [
  'waiting',
  'offered',
  'confirmed',
  'arrived',
  'completed',
  'cancelled',
  'declined',
  'no_show',
  'excused',
] as const
export type SignupState = (typeof signupStates)[number]

/**
 * What can happen to a sign-up. `lapse`: an offer or a waiting place runs out of time. `walk_in`: came without a place.
 * `complete`: hours are claimed, with or without a check-in before.
 */
export const signupEvents = [
  'sign_up',
  'wait',
  'offer',
  'accept',
  'decline',
  'lapse',
  'cancel',
  'excuse',
  'arrive',
  'walk_in',
  'miss',
  'complete',
] as const
export type SignupEvent = (typeof signupEvents)[number]

type Ways = { readonly [event in SignupEvent]?: SignupState }

/** Somebody without a place may take one, wait for one, or simply come. */
const outside: Ways = { sign_up: 'confirmed', wait: 'waiting', walk_in: 'arrived' }

/** The whole machine. What is not in the table cannot happen; `new` is a person who never signed up. */
const ways: Readonly<Record<SignupState | 'new', Ways>> = {
  new: outside,
  waiting: { offer: 'offered', cancel: 'cancelled', lapse: 'declined', walk_in: 'arrived' },
  offered: {
    accept: 'confirmed',
    decline: 'declined',
    lapse: 'declined',
    cancel: 'cancelled',
    arrive: 'arrived',
  },
  confirmed: {
    arrive: 'arrived',
    complete: 'completed',
    cancel: 'cancelled',
    excuse: 'excused',
    miss: 'no_show',
  },
  arrived: { complete: 'completed' },
  completed: {},
  cancelled: { ...outside, excuse: 'excused' },
  declined: outside,
  no_show: { excuse: 'excused', complete: 'completed' },
  excused: outside,
}

/** The state after an event, or `undefined` when the event cannot happen there. */
export function next(state: SignupState | undefined, event: SignupEvent): SignupState | undefined {
  return ways[state ?? 'new'][event]
}

/** States in which a sign-up occupies one of an activity's places. An offer keeps its place until it is answered. */
export const placeStates: readonly SignupState[] = ['offered', 'confirmed', 'arrived', 'completed']

/** Whether a state says that somebody came, missed or is excused: what an attendance rate is made of. */
export const isTurnout = (state: SignupState): boolean =>
  state === 'arrived' || state === 'completed' || state === 'no_show' || state === 'excused'

/** The states from which an event is possible, as a conditional update wants them. */
export function statesBefore(event: SignupEvent): SignupState[] {
  return signupStates.filter((state) => ways[state][event] !== undefined)
}
