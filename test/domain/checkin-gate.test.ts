import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkinGate } from '../../src/domain/checkin-gate.ts'
import { signupStates } from '../../src/domain/signup-states.ts'

const minute = 60_000
const plan = { opens: 70 * minute, end: 200 * minute, cancelled: false }
const free = { ...plan, state: 'confirmed' as const, code: undefined, said: undefined }

describe('check-in', () => {
  test.each([
    [69, 'too_early'],
    [70, undefined],
    [199, undefined],
    [200, 'over'],
  ])('at minute %i, when it is open from 70 to 200: %s', (now, gate) => {
    expect(checkinGate({ ...free, now: now * minute })).toBe(gate)
  })

  test('lets in only the confirmed, in time, with the right code', () => {
    fc.assert(
      fc.property(
        fc.record({
          now: fc.integer({ min: 0, max: 300 * minute }),
          state: fc.option(fc.constantFrom(...signupStates), { nil: undefined }),
          cancelled: fc.boolean(),
          code: fc.option(fc.constantFrom('1234', '4321'), { nil: undefined }),
          said: fc.option(fc.constantFrom('1234', '4321'), { nil: undefined }),
        }),
        (said) => {
          const open = checkinGate({ ...plan, ...said }) === undefined
          const right =
            !said.cancelled &&
            said.state === 'confirmed' &&
            said.now >= plan.opens &&
            said.now < plan.end &&
            (said.code === undefined || said.code === said.said)
          expect(open).toBe(right)
        },
      ),
    )
  })
})
