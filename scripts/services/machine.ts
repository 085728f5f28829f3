import { spawnSync } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What the choice of servers depends on; tests hand in an invented one. */
export type Machine = {
  env: Record<string, string | undefined>
  os: NodeJS.Platform
  isRoot: boolean
  /** True on Debian itself, not on its relatives: the engine is taken from Debian's own archive. */
  isDebian: boolean
  /** The full path of a program on PATH. */
  find: (program: string) => string | undefined
  /** Version of Go on PATH as `[major, minor]`. */
  goVersion: () => [number, number] | undefined
}

/** The machine this process runs on. */
export function thisMachine(env: Record<string, string | undefined>): Machine {
  const find = (program: string) => findOnPath(program, env['PATH'] ?? '')
  return {
    env,
    os: process.platform,
    isRoot: process.getuid?.() === 0,
    isDebian: osRelease().includes('\nID=debian\n'),
    find,
    goVersion: () => goVersion(find('go')),
  }
}

/** The first executable of that name in a list of folders as in `PATH`. */
export function findOnPath(program: string, path: string): string | undefined {
  const candidates = path
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, program))
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

function goVersion(go: string | undefined): [number, number] | undefined {
  if (go === undefined) return undefined
  const printed = spawnSync(go, ['version'], { encoding: 'utf8' }).stdout
  const match = /go(\d+)\.(\d+)/.exec(printed)
  return match ? [Number(match[1]), Number(match[2])] : undefined
}

function osRelease(): string {
  try {
    return `\n${readFileSync('/etc/os-release', 'utf8')}\n`
  } catch {
    return ''
  }
}
