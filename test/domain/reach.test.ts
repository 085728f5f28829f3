import { expect, test } from 'vitest'
import { reachOf } from '../../src/domain/reach.ts'
import type { Grant } from '../../src/domain/roles.ts'

const team: Grant = { role: 'socialWorker', scope: { kind: 'team', name: '南园队' } }
const station: Grant = { role: 'admin', scope: { kind: 'station', name: '沙头站' } }
const member: Grant = { role: 'volunteer', scope: { kind: 'team', name: '华强队' } }
const all: Grant = { role: 'socialWorker', scope: { kind: 'all' } }

test('grants of the role or a higher one reach their teams and stations; lower ones reach nothing', () => {
  expect(reachOf([team, station, member], 'socialWorker')).toEqual({
    teams: ['南园队'],
    stations: ['沙头站'],
  })
  expect(reachOf([member], 'socialWorker')).toEqual({ teams: [], stations: [] })
})

test('one grant for everything is everything', () => {
  expect(reachOf([team, all], 'socialWorker')).toBe('all')
  expect(reachOf([team, all], 'admin')).toEqual({ teams: [], stations: [] })
})
