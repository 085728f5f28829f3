import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from './exec.ts'

/** Where a PostgreSQL data folder lies: on this machine, and as the engine's programs see it. */
export type DataPlace = { outside: string; inside: string; mounted: boolean }

/** The folder of the engine's programs, as they see it. */
export const ENGINE_PROGRAMS = '/usr/lib/postgresql/18/bin'

const MOUNT_POINT = '/srv/data'
const MOUNT_AND_ENTER =
  'mount --bind "$1" "$2$3" && mount -t tmpfs -o mode=1777 tmpfs "$2/dev/shm" && shift 3 && exec chroot "$@"'

/**
 * Decides where the data lies. It is outside the engine and mounted into it, privately, so that it outlives a
 * rebuilt engine. Where mounting is not permitted (many containers), it lies inside, with a link from outside.
 */
export function dataPlace(rootfs: string, wanted: string): DataPlace {
  const mounted = spawnSync('unshare', ['--mount', '--propagation', 'private', 'true']).status === 0
  if (mounted) return { outside: wanted, inside: MOUNT_POINT, mounted }
  const place = placeInside(rootfs, createHash('sha256').update(wanted).digest('hex').slice(0, 16))
  const there = lstatSync(wanted, { throwIfNoEntry: false })
  if (there?.isDirectory())
    throw new Error(`${wanted} must be mounted into the engine, which is not permitted here`)
  if (there === undefined) symlinkSync(place.outside, wanted)
  return place
}

/** A data folder that lies inside the engine itself. */
export function placeInside(rootfs: string, name: string): DataPlace {
  return { outside: join(rootfs, 'srv', name), inside: `/srv/${name}`, mounted: false }
}

/** The command that runs a program of the engine as its `postgres` user, with its data in place. */
export function inEngine(options: {
  rootfs: string
  data: DataPlace
  program: string
  args: string[]
}): Command {
  const { rootfs, data, program, args } = options
  const { user } = engineUser(rootfs)
  const chroot = [`--userspec=${user}`, rootfs, join(ENGINE_PROGRAMS, program), ...args]
  if (!data.mounted) return { program: 'chroot', args: chroot }
  mkdirSync(join(rootfs, data.inside), { recursive: true })
  const shell = ['sh', '-c', MOUNT_AND_ENTER, 'sh', data.outside, rootfs, data.inside, ...chroot]
  return { program: 'unshare', args: ['--mount', '--propagation', 'private', ...shell] }
}

/** The numbers of the engine's `postgres` user, as `uid:gid` and apart. */
export function engineUser(rootfs: string): { user: string; uid: number; gid: number } {
  const line = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync(join(rootfs, 'etc/passwd'), 'utf8'))
  if (line === null) throw new Error(`${rootfs} has no user postgres`)
  return { user: `${line[1]}:${line[2]}`, uid: Number(line[1]), gid: Number(line[2]) }
}
