import { type ChildProcess, fork } from 'node:child_process'
import { inject } from 'vitest'

/** Starts a service in a process of its own (see service-child.ts), which may die before it listens. */
export function forkChild(env: Record<string, string>) {
  const child: ChildProcess = fork(inject('childProgram'), {
    env: { PATH: process.env.PATH ?? '', ...env },
    // Not what the test runner itself was started with.
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const exited = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code)),
  )
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return exited
  }
  return {
    pid: child.pid ?? 0,
    /** Gives its address once it listens. */
    listening: () =>
      new Promise<string>((resolve, reject) => {
        child.once('message', (message: { url: string }) => resolve(message.url))
        void exited.then((how) => reject(new Error(`the service ended before it listened: ${how}`)))
      }),
    /** Resolves with how the process ended. */
    exited,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

export type Child = ReturnType<typeof forkChild> & { url: string }
