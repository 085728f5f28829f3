import { execFileSync, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Compiles what runs in processes of its own, as the image is compiled: it is measured as it is deployed. */
export function buildPrograms(): void {
  const tsc = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url))
  execFileSync(tsc, ['-p', 'test/bench/tsconfig.json'], { cwd: root, stdio: 'inherit' })
}

/**
 * Starts a compiled program of this folder in a process of its own and waits until it listens. With `profile` it
 * leaves a CPU profile in that folder when it is stopped.
 */
export async function startProcess(
  program: 'service' | 'echo' | 'bare-sender',
  env: Record<string, string> = {},
  profile?: string,
) {
  const child = fork(`${root}dist/bench/test/bench/${program}.js`, {
    env: { PATH: process.env.PATH ?? '', ...env },
    execArgv: profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const { url } = await new Promise<{ url: string }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as { url: string }))
    void exited.then(() => reject(new Error(`${program} ended before it listened`)))
  })
  return {
    url,
    async stop(): Promise<void> {
      child.kill('SIGTERM')
      await exited
    },
  }
}
