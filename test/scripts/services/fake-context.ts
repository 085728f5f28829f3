import type { Context } from '../../../scripts/services/context.ts'
import { ownIdentity } from '../../../scripts/services/identity.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import type { Machine } from '../../../scripts/services/machine.ts'

/** A machine with these programs on its PATH: not Debian, no root, no settings, unless told. */
export function fakeMachine(programs: string[], facts: Partial<Machine> = {}): Machine {
  const find = (program: string) => (programs.includes(program) ? `/fake/bin/${program}` : undefined)
  return { env: {}, os: 'linux', isRoot: false, isDebian: false, find, goVersion: () => undefined, ...facts }
}

/** What providers work with, over temporary folders. */
export function fakeContext(machine: Machine): Context {
  const dataDir = temporaryFolder()
  const run = { dataDir, temporary: true, owner: ownIdentity(), servers: [] }
  const interrupted = new AbortController().signal
  return { machine, dataDir, cache: dataDir, durable: false, say: () => undefined, interrupted, run }
}
