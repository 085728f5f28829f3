import { chmodSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { cacheFolder } from '../../../scripts/services/cache.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { findOnPath } from '../../../scripts/services/machine.ts'

test('a program is the first executable of that name on the PATH', () => {
  const [empty, notExecutable, right] = [temporaryFolder(), temporaryFolder(), temporaryFolder()]
  writeFileSync(join(notExecutable, 'mongod'), '')
  chmodSync(join(notExecutable, 'mongod'), 0o644)
  writeFileSync(join(right, 'mongod'), '', { mode: 0o755 })
  const path = [empty, notExecutable, right].join(delimiter)
  expect(findOnPath('mongod', path)).toBe(join(right, 'mongod'))
  expect(findOnPath('redis-server', path)).toBeUndefined()
})

test('the cache folder is LIANDONG_CACHE, else liandong in XDG_CACHE_HOME', () => {
  const [own, xdg] = [temporaryFolder(), temporaryFolder()]
  expect(cacheFolder({ LIANDONG_CACHE: own, XDG_CACHE_HOME: xdg })).toBe(own)
  expect(cacheFolder({ XDG_CACHE_HOME: xdg })).toBe(join(xdg, 'liandong'))
})
