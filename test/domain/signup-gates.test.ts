import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultRules } from '../../src/rules.ts'
import { gate } from '../../src/domain/signup-gates.ts'
import type { ActivityFacts, PersonFacts } from '../../src/domain/signup-gates.ts'
import { signupStates } from '../../src/domain/signup-states.ts'

const at = (moment: string) => Date.parse(`2026-${moment}:00+08:00`)
const now = at('11-24T10:00')
const zone = 'Asia/Shanghai'
const ages = defaultRules

const visit: ActivityFacts = {
  code: 'A12',
  start: at('11-28T09:00'),
  end: at('11-28T12:00'),
  cancelled: false,
  places: 10,
  taken: 9,
  skills: [],
  dangerous: false,
}
const wang: PersonFacts = { skills: [], birth: '1958-05-01', guardianConsent: false, promised: [] }

const ask = (activity: Partial<ActivityFacts> = {}, person: Partial<PersonFacts> = {}, toWait = false) =>
  gate({ activity: { ...visit, ...activity }, person: { ...wang, ...person }, now, zone, ages, toWait })

test('nothing in the way: the person is in', () => expect(ask()).toBeUndefined())

describe('each gate', () => {
  test('already: one who waits, has a place or was there', () => {
    expect(ask({}, { signup: 'confirmed' })).toEqual({ gate: 'already', state: 'confirmed' })
    expect(ask({}, { signup: 'waiting' })).toEqual({ gate: 'already', state: 'waiting' })
    expect(ask({}, { signup: 'offered' })).toEqual({ gate: 'already', state: 'offered' })
  })

  test('one who cancelled or declined may come back', () => {
    expect(ask({}, { signup: 'cancelled' })).toBeUndefined()
    expect(ask({}, { signup: 'declined' })).toBeUndefined()
  })

  test('over: from its end on; while it runs one may still join', () => {
    expect(ask({ start: at('11-24T07:00'), end: now })).toEqual({ gate: 'over' })
    expect(ask({ start: at('11-24T09:00'), end: at('11-24T12:00') })).toBeUndefined()
  })

  test('cancelled', () => expect(ask({ cancelled: true })).toEqual({ gate: 'cancelled' }))

  test('not yet open: until the moment it opens', () => {
    expect(ask({ opensAt: now + 1 })).toEqual({ gate: 'not_open', opensAt: now + 1 })
    expect(ask({ opensAt: now })).toBeUndefined()
  })

  test('full: the last place is still a place; no limit is never full', () => {
    expect(ask({ taken: 10 })).toEqual({ gate: 'full' })
    expect(ask({ taken: 9 })).toBeUndefined()
    expect(ask({ taken: 999, places: undefined })).toBeUndefined()
  })

  test('full is no obstacle to waiting, the other gates are', () => {
    expect(ask({ taken: 10 }, {}, true)).toBeUndefined()
    expect(ask({ taken: 10, skills: ['急救'] }, {}, true)).toEqual({ gate: 'lacks_skill', missing: ['急救'] })
  })

  test('lacks skills: names those that are missing', () => {
    expect(ask({ skills: ['急救', '粤语'] }, { skills: ['粤语'] })).toEqual({
      gate: 'lacks_skill',
      missing: ['急救'],
    })
    expect(ask({ skills: ['急救'] }, { skills: ['急救', '粤语'] })).toBeUndefined()
  })

  test('under age: counted on the day of the activity', () => {
    expect(ask({ minimumAge: 16 }, { birth: '2010-11-29' })).toEqual({
      gate: 'under_age',
      minimum: 16,
      age: 15,
    })
    expect(ask({ minimumAge: 16 }, { birth: '2010-11-28' })).toBeUndefined()
  })

  test('what is dangerous takes 18, whatever else is asked', () => {
    expect(ask({ dangerous: true, minimumAge: 16 }, { birth: '2009-01-01' })).toEqual({
      gate: 'under_age',
      minimum: 18,
      age: 17,
    })
    expect(ask({ dangerous: true, minimumAge: 21 }, { birth: '2007-01-01' })).toEqual({
      gate: 'under_age',
      minimum: 21,
      age: 19,
    })
    expect(ask({ dangerous: true }, { birth: '2008-11-28' })).toBeUndefined()
  })

  test('where age matters an unknown birth has to be asked', () => {
    expect(ask({ dangerous: true }, { birth: undefined })).toEqual({
      gate: 'under_age',
      minimum: 18,
      age: undefined,
    })
    expect(ask({}, { birth: undefined })).toBeUndefined()
  })

  test('under 14 a guardian agrees first', () => {
    expect(ask({}, { birth: '2012-11-29' })).toEqual({ gate: 'guardian', minimum: 14, age: 13 })
    expect(ask({}, { birth: '2012-11-29', guardianConsent: true })).toBeUndefined()
    expect(ask({}, { birth: '2012-11-28' })).toBeUndefined()
  })

  test('a guardian cannot make anybody older', () =>
    expect(ask({ minimumAge: 16 }, { birth: '2013-01-01', guardianConsent: true })).toMatchObject({
      gate: 'under_age',
    }))

  test('ages are settings', () => {
    const child = { ...wang, birth: '2011-01-01' }
    const own = { consentAge: 16, adultAge: 21 }
    expect(gate({ activity: visit, person: child, now, zone, ages: own })).toEqual({
      gate: 'guardian',
      minimum: 16,
      age: 15,
    })
  })

  test('collides: with the first activity that shares a moment', () => {
    const later = { code: 'A8', start: at('11-28T11:59'), end: at('11-28T14:00') }
    const earlier = { code: 'A7', start: at('11-28T08:00'), end: at('11-28T09:01') }
    expect(ask({}, { promised: [later, earlier] })).toEqual({ gate: 'collides', code: 'A7' })
  })

  test('activities that touch do not collide', () => {
    const before = { code: 'A7', start: at('11-28T07:00'), end: at('11-28T09:00') }
    const after = { code: 'A8', start: at('11-28T12:00'), end: at('11-28T14:00') }
    expect(ask({}, { promised: [before, after] })).toBeUndefined()
  })

  test('an activity does not collide with itself', () =>
    expect(ask({}, { promised: [{ code: 'A12', start: visit.start, end: visit.end }] })).toBeUndefined())
})

describe('the order of the gates', () => {
  type Trouble = { name: string; activity?: Partial<ActivityFacts>; person?: Partial<PersonFacts> }
  const troubles: Trouble[] = [
    { name: 'already', person: { signup: 'confirmed' } },
    { name: 'over', activity: { start: at('11-20T09:00'), end: at('11-20T12:00') } },
    { name: 'cancelled', activity: { cancelled: true } },
    { name: 'not_open', activity: { opensAt: now + 1 } },
    { name: 'full', activity: { taken: 10 } },
    { name: 'lacks_skill', activity: { skills: ['急救'] } },
    { name: 'under_age', activity: { minimumAge: 90 } },
    { name: 'guardian', person: { birth: '2015-01-01' } },
    {
      name: 'collides',
      person: { promised: [{ code: 'A7', start: at('11-01T00:00'), end: at('11-30T00:00') }] },
    },
  ]

  test('of any troubles at once the first in the list is told', () => {
    fc.assert(
      fc.property(fc.subarray(troubles, { minLength: 1 }), (some) => {
        const activity = Object.assign(
          {},
          ...some.map((trouble) => trouble.activity),
        ) as Partial<ActivityFacts>
        const person = Object.assign({}, ...some.map((trouble) => trouble.person)) as Partial<PersonFacts>
        expect(ask(activity, person)?.gate).toBe(some[0]?.name)
      }),
    )
  })
})

test('every state of a sign-up is either a reason or none', () => {
  const free = signupStates.filter((signup) => ask({}, { signup }) === undefined)
  expect(free).toEqual(['cancelled', 'declined', 'excused'])
})
