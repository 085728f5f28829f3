import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { identify, isAlive, type Identity } from './identity.ts'
import { until } from './until.ts'

/** A server that runs: who it is and how it is asked to stop. */
export type Server = Identity & { name: string; signal: NodeJS.Signals }

/** A server to be started; `logFile` takes what it prints. */
export type ServerPlan = {
  name: string
  command: string
  args: string[]
  logFile: string
  /** The signal that makes it finish cleanly. */
  signal: NodeJS.Signals
}

const SECONDS_TO_STOP = 10
const SECONDS_TO_DIE = 5

/**
 * Starts a server in a session of its own, so that Ctrl-C in the terminal reaches only the command, which
 * stops its servers after it has drained. Throws when the program cannot be run.
 */
export function launch(plan: ServerPlan): Server {
  const log = openSync(plan.logFile, 'w')
  try {
    const child = spawn(plan.command, plan.args, { detached: true, stdio: ['ignore', log, log], cwd: '/' })
    child.on('error', () => undefined)
    child.unref()
    const identity = child.pid === undefined ? undefined : identify(child.pid)
    if (identity === undefined) throw new Error(`${plan.name} could not be started${lastWords(plan.logFile)}`)
    return { ...identity, name: plan.name, signal: plan.signal }
  } finally {
    closeSync(log)
  }
}

/**
 * Asks a server to stop and, when it has not after `patience` seconds, kills it. Does nothing to a process that
 * is not the one meant. Throws when it cannot even be killed.
 */
export async function stopServer(server: Server, patience = SECONDS_TO_STOP): Promise<void> {
  const gone = () => (isAlive(server) ? undefined : true)
  if (gone()) return
  send(server.pid, server.signal)
  if (await until(patience, gone)) return
  send(server.pid, 'SIGKILL')
  if (await until(SECONDS_TO_DIE, gone)) return
  throw new Error(`${server.name} (process ${server.pid}) does not stop`)
}

/** The end of what a server printed, as a clause for an error message. */
export function lastWords(logFile: string): string {
  if (!existsSync(logFile)) return ''
  const lines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n  ')
  return lines === '' ? '' : `; its last words:\n  ${lines}`
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It went away by itself between the look and the signal.
  }
}
