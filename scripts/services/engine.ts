import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { aptInstall, aptUpdate } from './apt.ts'
import { exec } from './exec.ts'
import { withLock } from './lock.ts'
import { freePort } from './ports.ts'
import { initialise, isReady, runSql, serverCommand, type Postgres } from './postgres.ts'
import { engineUser, placeInside } from './sandbox.ts'
import { launch, stopServer } from './server.ts'
import { step, type Say } from './step.ts'
import { until } from './until.ts'

/** The DocumentDB engine in the cache folder: a small Debian, and a fresh database to copy from. */
export type Engine = { rootfs: string; template: string; id: string }

const SUITE = 'testing'
const PACKAGE = 'postgresql-18-documentdb'
/** Counted up when a later version of this code expects something else inside the engine's folder. */
const LAYOUT = 3
const TMPFILES = '/usr/bin/systemd-tmpfiles'
const LEFT_OUT = ['/usr/share/doc/*', '/usr/share/man/*', '/usr/share/locale/*', TMPFILES]
const SECONDS_TO_START = 60
const TEMPLATE = 'template'
const DRAFT = '.draft-'

/** Finds the engine in the cache folder or builds it there; an unfinished build is never used. */
export async function getEngine(cache: string, say: Say): Promise<Engine> {
  const key = createHash('sha256')
    .update(`${SUITE} ${PACKAGE} ${process.arch} ${LAYOUT}`)
    .digest('hex')
    .slice(0, 12)
  const folder = join(cache, `documentdb-${key}`)
  const engine = {
    rootfs: join(folder, 'rootfs'),
    template: placeInside(join(folder, 'rootfs'), TEMPLATE).outside,
    id: folder,
  }
  if (existsSync(folder)) return engine
  await withLock(`${folder}.lock`, say, async () => {
    if (existsSync(folder)) return
    await removeDrafts(cache)
    const draft = `${folder}${DRAFT}${process.pid}`
    mkdirSync(draft)
    await aptInstall({ packages: ['mmdebstrap'], cache, say })
    const title = 'building the DocumentDB engine from Debian packages (about a minute, 560 MB)'
    await step(say, title, () => buildRootfs(join(draft, 'rootfs'), say))
    await step(say, 'making an empty database to copy from', () => buildTemplate(draft))
    await rename(draft, folder)
  })
  return engine
}

/** Removes what killed builds left, never crossing into anything that may still be mounted there. */
async function removeDrafts(cache: string): Promise<void> {
  const drafts = readdirSync(cache).filter((name) => name.startsWith('documentdb-') && name.includes(DRAFT))
  const paths = drafts.map((name) => join(cache, name))
  if (paths.length > 0) await exec({ program: 'rm', args: ['-rf', '--one-file-system', ...paths] })
}

async function buildRootfs(rootfs: string, say: Say): Promise<void> {
  await aptUpdate(say)
  const apt = [
    'Apt::Install-Recommends "false"',
    'Acquire::Check-Valid-Until "false"',
    'Acquire::Check-Date "false"',
  ]
  const options = [
    '--variant=apt',
    `--include=${PACKAGE}`,
    // It makes folders that nothing here uses, and fails where /proc cannot be mounted: `true` takes its place.
    `--essential-hook=ln -s true "$1${TMPFILES}"`,
    ...apt.map((line) => `--aptopt=${line}`),
    ...LEFT_OUT.map((path) => `--dpkgopt=path-exclude=${path}`),
  ]
  await exec({ program: 'mmdebstrap', args: ['--quiet', ...options, SUITE, rootfs, await debianMirror()] })
  // PostgreSQL's shared memory, where nothing can be mounted over this folder.
  chmodSync(join(rootfs, 'dev/shm'), 0o1777)
}

/** The mirror that this machine's own apt takes Debian from. */
async function debianMirror(): Promise<string> {
  const format = '$(LABEL)|$(COMPONENT)|$(REPO_URI)'
  const targets = await exec({ program: 'apt-get', args: ['indextargets', '--format', format] })
  const line = targets.split('\n').find((target) => target.startsWith('Debian|main|'))
  if (line === undefined) throw new Error('apt knows no mirror of Debian')
  return line.slice('Debian|main|'.length)
}

async function buildTemplate(draft: string): Promise<void> {
  const rootfs = join(draft, 'rootfs')
  const data = placeInside(rootfs, TEMPLATE)
  const { uid, gid } = engineUser(rootfs)
  mkdirSync(data.outside, { recursive: true, mode: 0o700 })
  chownSync(data.outside, uid, gid)
  await initialise(rootfs, data)
  const postgres: Postgres = { rootfs, data, port: await freePort() }
  const command = serverCommand(postgres, false)
  const plan = { name: 'postgres', command: command.program, args: command.args, signal: 'SIGINT' as const }
  const server = launch({ ...plan, logFile: join(draft, 'template.log') })
  try {
    if (!(await until(SECONDS_TO_START, () => isReady(postgres))))
      throw new Error('the new database does not start')
    await runSql(postgres, ['create extension documentdb cascade'])
  } finally {
    await stopServer(server)
  }
  await writeFile(join(draft, 'built'), new Date().toISOString())
}
