import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isReady } from '../../../scripts/services/postgres.ts'
import { dropStalePidFile } from '../../../scripts/services/stale-pid-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** A data folder whose pid file names this process, as if PostgreSQL had once had its number. */
function dataWith(status: string) {
  const outside = temporaryFolder()
  const lines = [process.pid, '/srv/data', '1795485513', '25432', '', '127.0.0.1', '  9994557 999999', status]
  writeFileSync(join(outside, 'postmaster.pid'), `${lines.join('\n')}\n`)
  return { outside, inside: '/srv/data', mounted: true }
}

test('the server is ready when its pid file says so', () => {
  expect(isReady({ data: dataWith('ready   '), port: 25432 })).toBe(true)
  expect(isReady({ data: dataWith('starting'), port: 25432 })).toBeUndefined()
  expect(isReady({ data: { ...dataWith('ready'), outside: temporaryFolder() }, port: 25432 })).toBeUndefined()
})

test('the word of a killed server, which had another port, does not count', () => {
  expect(isReady({ data: dataWith('ready'), port: 25433 })).toBeUndefined()
})

test.runIf(process.platform === 'linux')(
  'a pid file whose number went to another program is taken away',
  async () => {
    const data = dataWith('ready')
    await dropStalePidFile(data.outside)
    expect(existsSync(join(data.outside, 'postmaster.pid'))).toBe(false)
  },
)
