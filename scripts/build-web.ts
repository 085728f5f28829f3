import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder } from './services/cache.ts'
import { type Say, step } from './services/step.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const output = join(root, 'dist', 'web')

/**
 * Builds the pages into `dist/web` unless they are built already. A build is known by the hash of its sources and
 * kept in the cache folder, so that another clone only copies it.
 */
export async function buildWeb(env: Record<string, string | undefined>, say: Say): Promise<void> {
  const id = sourceHash()
  const cached = join(cacheFolder(env), 'web', id)
  const stamp = join(output, '.source')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === id) return
  if (!existsSync(cached)) {
    await step(say, 'building the web pages', async () => {
      const { build } = await import('vite')
      const nodeEnv = env.NODE_ENV
      const fresh = `${cached}.${process.pid}`
      rmSync(fresh, { recursive: true, force: true })
      await build({
        configFile: join(root, 'src', 'web', 'vite.config.ts'),
        logLevel: 'warn',
        build: { outDir: fresh, emptyOutDir: true },
      })
      // Vite sets it to production for the whole process, and a service that starts next would believe that.
      if (nodeEnv === undefined) delete process.env.NODE_ENV
      writeStamp(fresh, id)
      if (existsSync(cached)) rmSync(fresh, { recursive: true })
      else renameSync(fresh, cached)
    })
  }
  rmSync(output, { recursive: true, force: true })
  mkdirSync(join(root, 'dist'), { recursive: true })
  cpSync(cached, output, { recursive: true })
}

function sourceHash(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  const add = (path: string) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name))
    else hash.update(path.slice(root.length)).update(readFileSync(path))
  }
  add(join(root, 'src', 'web'))
  // The pages share the fixed cast of the playground with the platform.
  add(join(root, 'bots', 'playground'))
  return hash.digest('hex').slice(0, 16)
}

function writeStamp(folder: string, id: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, '.source'), id)
}
