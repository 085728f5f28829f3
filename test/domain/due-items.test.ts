import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countDue, type DueItem, isDueFor } from '../../src/domain/due-items.ts'
import { isListTime } from '../../src/domain/list-hours.ts'
import type { Grant } from '../../src/domain/roles.ts'

const zone = 'Asia/Shanghai'
const of = (name: string): Grant[] => [{ role: 'socialWorker', scope: { kind: 'team', name } }]
const hours = (said: Partial<Extract<DueItem, { kind: 'hours' }>> = {}): DueItem => ({
  kind: 'hours',
  id: 'H1',
  activity: 'A1',
  person: 'V1',
  spoken: [],
  team: '南园队',
  ...said,
})

describe('whose it is', () => {
  test('hours are those of one’s scope, never one’s own, and no second word of the same person', () => {
    expect(isDueFor(hours(), { _id: 'V2', grants: of('南园队') })).toBe(true)
    expect(isDueFor(hours(), { _id: 'V2', grants: of('华强队') })).toBe(false)
    expect(isDueFor(hours(), { _id: 'V1', grants: of('南园队') })).toBe(false)
    expect(isDueFor(hours({ spoken: ['V2'] }), { _id: 'V2', grants: of('南园队') })).toBe(false)
  })

  test('what is one’s child’s is for others, hours as well as requests', () => {
    const request: DueItem = { kind: 'request', id: 'Q1', by: 'V1', needs: 'leader', team: '南园队' }
    for (const item of [hours(), request]) {
      const childs = { ...item, guardians: ['V2'] }
      expect(isDueFor(childs, { _id: 'V2', grants: of('南园队') })).toBe(false)
      expect(isDueFor(childs, { _id: 'V3', grants: of('南园队') })).toBe(true)
    }
  })

  test('a report is its owner’s wherever it is; without one it is that of the scope', () => {
    const report = (owner: string | undefined): DueItem => ({
      kind: 'report',
      id: 'F1',
      owner,
      team: '南园队',
    })
    expect(isDueFor(report('V2'), { _id: 'V2', grants: of('华强队') })).toBe(true)
    expect(isDueFor(report('V2'), { _id: 'V3', grants: of('南园队') })).toBe(false)
    expect(isDueFor(report(undefined), { _id: 'V3', grants: of('南园队') })).toBe(true)
  })

  test('an admin’s reach is not what they are a social worker of; what needs an admin is for no social worker', () => {
    const grants: Grant[] = [{ role: 'admin', scope: { kind: 'all' } }, ...of('华强队')]
    expect(isDueFor(hours(), { _id: 'V2', grants })).toBe(false)
    const request: DueItem = { kind: 'request', id: 'Q1', by: 'V9', needs: 'admin', team: '华强队' }
    expect(isDueFor(request, { _id: 'V2', grants })).toBe(false)
  })

  test('every item is counted once', () => {
    const item = fc.oneof(
      fc.constant(hours()),
      fc.constant<DueItem>({ kind: 'report', id: 'F1', owner: undefined }),
      fc.constant<DueItem>({ kind: 'request', id: 'Q1', by: 'V1', needs: 'leader' }),
    )
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const counts = countDue(items)
        expect(counts.hours + counts.report + counts.request).toBe(items.length)
      }),
    )
  })
})

describe('when', () => {
  const at = (local: string) => isListTime(new Date(`${local}:00+08:00`).getTime(), zone)
  test('from nine to six on working days: a worked Saturday is one, a holiday is none', () => {
    expect([at('2026-11-24T08:59'), at('2026-11-24T09:00'), at('2026-11-24T17:59')]).toEqual([
      false,
      true,
      true,
    ])
    expect([at('2026-11-24T18:00'), at('2026-11-28T09:00'), at('2026-10-01T10:00')]).toEqual([
      false,
      false,
      false,
    ])
    expect(at('2026-10-10T10:00')).toBe(true)
  })
})
