import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Starts a program of this folder in a process of its own and waits until it listens. */
export async function startProcess(program: 'service' | 'echo', env: Record<string, string> = {}) {
  const child = fork(fileURLToPath(new URL(`./${program}.ts`, import.meta.url)), {
    env: { PATH: process.env.PATH ?? '', ...env },
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const { url } = await new Promise<{ url: string }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as { url: string }))
    void exited.then(() => reject(new Error(`${program} ended before it listened`)))
  })
  const stop = () => {
    child.kill('SIGTERM')
    return exited
  }
  return { url, stop }
}
