import { execFile } from 'node:child_process'

/** A program to be run to its end. */
export type Command = {
  program: string
  args: string[]
  cwd?: string
  /** Added to this process's environment. */
  env?: Record<string, string>
}

const MEGABYTES_KEPT = 32

/** Runs a program without input and gives what it printed; throws with the end of its output when it fails. */
export async function exec(command: Command): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = {
      cwd: command.cwd,
      env: { ...process.env, ...command.env },
      maxBuffer: MEGABYTES_KEPT * 1024 * 1024,
    }
    const child = execFile(command.program, command.args, options, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout)
      const words = `${stdout}\n${stderr}`.trim().split('\n').slice(-6).join('\n  ')
      reject(new Error(`${command.program} ${command.args[0] ?? ''} failed:\n  ${words}`))
    })
    child.stdin?.end()
  })
}
