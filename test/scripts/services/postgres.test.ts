import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dropStalePidFile, isReady } from '../../../scripts/services/postgres.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** A data folder whose pid file names this process, as if PostgreSQL had once had its number. */
function dataWith(status: string) {
  const outside = temporaryFolder()
  const lines = [process.pid, '/srv/data', '1795485513', '25432', '', '127.0.0.1', '9994557 8', status]
  writeFileSync(join(outside, 'postmaster.pid'), `${lines.join('\n')}\n`)
  return { outside, inside: '/srv/data', mounted: true }
}

test('the server is ready when its pid file says so', () => {
  expect(isReady(dataWith('ready   '))).toBe(true)
  expect(isReady(dataWith('starting'))).toBeUndefined()
  expect(isReady({ ...dataWith('ready'), outside: temporaryFolder() })).toBeUndefined()
})

test.runIf(process.platform === 'linux')(
  'a pid file whose number went to another program is taken away',
  () => {
    const data = dataWith('ready')
    dropStalePidFile(data)
    expect(existsSync(join(data.outside, 'postmaster.pid'))).toBe(false)
  },
)
