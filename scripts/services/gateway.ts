import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exec } from './exec.ts'
import { withLock } from './lock.ts'
import { step, type Say } from './step.ts'

const SOURCE = fileURLToPath(new URL('gateway', import.meta.url))

/** Finds the FerretDB gateway in the cache folder or builds it there from `gateway/`; gives the program's path. */
export async function getGateway(cache: string, say: Say): Promise<string> {
  const hash = createHash('sha256')
  for (const file of ['go.mod', 'go.sum', 'main.go']) hash.update(readFileSync(join(SOURCE, file)))
  const program = join(cache, `gateway-${hash.digest('hex').slice(0, 12)}`)
  if (existsSync(program)) return program
  await withLock(`${program}.lock`, say, async () => {
    if (existsSync(program)) return
    const args = ['build', '-mod=readonly', '-trimpath', '-ldflags=-s -w', '-o', `${program}.draft`, '.']
    const env = { CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOWORK: 'off' }
    await step(say, 'building the FerretDB gateway with Go (about a minute)', () =>
      exec({ program: 'go', args, cwd: SOURCE, env }),
    )
    await rename(`${program}.draft`, program)
  })
  return program
}
