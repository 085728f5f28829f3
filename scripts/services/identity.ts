import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process that cannot be mistaken for a later one with the same number: its id and when it started. */
export type Identity = { pid: number; started: string }

/** The identity of a living process, or undefined when there is none (a zombie counts as gone). */
export function identify(pid: number): Identity | undefined {
  const started = process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid)
  return started === undefined ? undefined : { pid, started }
}

/** True while exactly this process lives. */
export function isAlive(identity: Identity): boolean {
  return identify(identity.pid)?.started === identity.started
}

/** The identity of the process that runs this code. */
export function ownIdentity(): Identity {
  const own = identify(process.pid)
  if (own === undefined) throw new Error('cannot read the start time of this process')
  return own
}

function startFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name stands in brackets and may hold anything, so the fields are counted from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // Field 22 counts from the start of the machine, which therefore belongs to it.
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${fields[19]} ${boot}`
  } catch {
    return undefined
  }
}

function startFromPs(pid: number): string | undefined {
  const listed = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' })
  const line = listed.stdout.trim()
  return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '')
}
