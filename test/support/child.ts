import { type ChildProcess, fork } from 'node:child_process'
import { inject } from 'vitest'

/** Starts a service in a process of its own (see service-child.ts) and waits until it listens. */
export async function startChild(env: Record<string, string>) {
  const child: ChildProcess = fork(inject('childProgram'), {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const exited = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code)),
  )
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: { url: string }) => resolve(message.url))
    void exited.then((how) => reject(new Error(`the service ended before it listened: ${how}`)))
  })
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return exited
  }
  return {
    url,
    pid: child.pid ?? 0,
    /** Resolves with how the process ended. */
    exited,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

export type Child = Awaited<ReturnType<typeof startChild>>
