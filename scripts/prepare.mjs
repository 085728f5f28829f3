// Gets a fresh clone ready for `npm start`, `npm test` and the others: checks Node and installs the packages
// when package-lock.json has changed. Runs before anything is installed, so it uses only Node's own modules.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 20
const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.liandong-lock')
const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
const lockHash = createHash('sha256').update(lock).digest('hex')

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  console.error(`Node ${OLDEST_NODE} or newer is needed; this is ${process.version}.`)
  process.exit(1)
}
if (!isInstalled()) install()

/** True when node_modules holds what the lock file asks for: by our stamp, else by npm's own list. */
function isInstalled() {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash
  const listed = join(modules, '.package-lock.json')
  if (!existsSync(listed)) return false
  const wanted = JSON.parse(lock).packages
  const there = JSON.parse(readFileSync(listed, 'utf8')).packages
  const complete = Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || there[path]?.version === entry.version,
  )
  // A linked folder belongs to another clone, which keeps its own stamp.
  if (complete && !lstatSync(modules).isSymbolicLink()) writeFileSync(stamp, lockHash)
  return complete
}

/** Runs `npm ci`, quietly unless it fails, and leaves the stamp. */
function install() {
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) {
    console.error('node_modules is a link to packages that do not match package-lock.json; remove the link.')
    process.exit(1)
  }
  const begin = performance.now()
  console.log('installing packages (npm ci) …')
  const quiet = { npm_config_loglevel: 'error', npm_config_fund: 'false', npm_config_audit: 'false' }
  const env = { ...process.env, ...quiet, npm_config_update_notifier: 'false', npm_config_progress: 'false' }
  // On Windows npm is a script, which only a shell can run.
  const shell = process.platform === 'win32'
  const { status } = spawnSync('npm', ['ci'], {
    cwd: root,
    env,
    shell,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const seconds = ((performance.now() - begin) / 1000).toFixed(1)
  if (status !== 0) {
    console.error(`npm ci failed after ${seconds} s.`)
    process.exit(1)
  }
  writeFileSync(stamp, lockHash)
  console.log(`installing packages: done in ${seconds} s`)
}
