import type { SignupState } from '../../domain/signup-states.ts'

/** Sign-ups that say somebody was expected or came. */
export const cameStates: readonly SignupState[] = ['confirmed', 'arrived', 'completed']
