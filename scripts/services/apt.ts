import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { exec } from './exec.ts'
import { withLock } from './lock.ts'
import type { Machine } from './machine.ts'
import { step, type Say } from './step.ts'

/** Why Debian packages cannot be installed here; undefined when they can. */
export function aptHurdle(machine: Machine): string | undefined {
  if (machine.find('apt-get') === undefined) return 'there is no apt-get'
  return machine.isRoot ? undefined : 'installing packages needs root'
}

const APT_ENV = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }

let updated: Promise<string> | undefined

/** Fetches the package lists, once in the life of this process. */
export async function aptUpdate(say: Say): Promise<void> {
  updated ??= step(say, 'fetching the package lists', () =>
    exec({ program: 'apt-get', args: ['update', '-q'] }),
  )
  await updated
}

/**
 * Installs Debian packages without their recommendations. What they bring as services is not started:
 * in run level 1 the package scripts leave them off.
 */
export async function aptInstall(options: { packages: string[]; cache: string; say: Say }): Promise<void> {
  const { packages, cache, say } = options
  await withLock(join(cache, 'apt.lock'), say, async () => {
    await aptUpdate(say)
    // Completes an installation that was interrupted, which apt-get refuses to work on; else does nothing.
    await exec({ program: 'dpkg', args: ['--configure', '-a'], env: APT_ENV })
    const quiet = ['-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300']
    await step(say, `installing ${packages.join(' ')}`, () =>
      exec({ program: 'apt-get', args: ['install', ...quiet, ...packages], env: APT_ENV }),
    )
  })
}

/** Switches off a systemd service that a package brought: we run our own. Without systemd nothing was started. */
export async function aptKeepOff(service: string): Promise<void> {
  if (!existsSync('/run/systemd/system')) return
  await exec({ program: 'systemctl', args: ['disable', '--now', service] })
}
