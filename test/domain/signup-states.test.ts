import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  next,
  placeStates,
  signupEvents,
  signupStates,
  statesBefore,
} from '../../src/domain/signup-states.ts'
import type { SignupEvent, SignupState } from '../../src/domain/signup-states.ts'

const after = (...events: SignupEvent[]) =>
  events.reduce<SignupState | undefined>((state, event) => next(state, event), undefined)

describe('the lives of a sign-up', () => {
  test.each<[string, SignupEvent[], SignupState]>([
    ['signed up, came, claimed', ['sign_up', 'arrive', 'complete'], 'completed'],
    ['claimed without checking in', ['sign_up', 'complete'], 'completed'],
    ['waited, was offered a place, took it', ['wait', 'offer', 'accept'], 'confirmed'],
    ['waited, was offered a place, said no', ['wait', 'offer', 'decline'], 'declined'],
    ['did not answer the offer in time', ['wait', 'offer', 'lapse'], 'declined'],
    ['waited until it was over', ['wait', 'lapse'], 'declined'],
    ['left the waiting list', ['wait', 'cancel'], 'cancelled'],
    ['cancelled and came back', ['sign_up', 'cancel', 'sign_up'], 'confirmed'],
    ['cancelled and came back when it was full', ['sign_up', 'cancel', 'wait'], 'waiting'],
    ['gave the place back, excused afterwards', ['sign_up', 'cancel', 'excuse'], 'excused'],
    ['had an excuse', ['sign_up', 'excuse'], 'excused'],
    ['did not come', ['sign_up', 'miss'], 'no_show'],
    ['did not come, excused afterwards', ['sign_up', 'miss', 'excuse'], 'excused'],
    ['was marked absent by mistake', ['sign_up', 'miss', 'complete'], 'completed'],
    ['came without sign-up', ['walk_in', 'complete'], 'completed'],
  ])('%s', (_, events, state) => expect(after(...events)).toBe(state))
})

describe('what cannot happen', () => {
  test.each<[string, SignupState | undefined, SignupEvent]>([
    ['signing up twice', 'confirmed', 'sign_up'],
    ['accepting what was not offered', 'waiting', 'accept'],
    ['accepting an offer that lapsed', 'declined', 'accept'],
    ['being absent after arriving', 'arrived', 'miss'],
    ['cancelling after arriving', 'arrived', 'cancel'],
    ['claiming from the waiting list', 'waiting', 'complete'],
    ['leaving what is completed', 'completed', 'cancel'],
    ['checking in without a sign-up', undefined, 'arrive'],
  ])('%s', (_, state, event) => expect(next(state, event)).toBeUndefined())
})

test('no path leaves the table, and only from the states that an event names', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...signupEvents), { maxLength: 30 }), (events) => {
      let state = after('sign_up')
      for (const event of events) {
        const following = next(state, event)
        expect(statesBefore(event).some((before) => before === state)).toBe(following !== undefined)
        if (following === undefined) continue
        expect(signupStates).toContain(following)
        state = following
      }
    }),
  )
})

test('every state can be reached and every event can happen', () => {
  const reached = new Set<SignupState | undefined>([undefined])
  for (const state of reached) {
    for (const event of signupEvents) {
      const following = next(state, event)
      if (following) reached.add(following)
    }
  }
  expect([...reached].filter((state) => state !== undefined).toSorted()).toEqual([...signupStates].toSorted())
  for (const event of signupEvents) expect(statesBefore(event)).not.toEqual([])
})

test('a place is taken from the offer to the end', () =>
  expect(placeStates).toEqual(['offered', 'confirmed', 'arrived', 'completed']))
