import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder that keeps what is slow to get (programs, the engine) for the next start and the next clone:
 * `LIANDONG_CACHE`, else `liandong` in `XDG_CACHE_HOME` or `~/.cache`. Made when it is missing.
 */
export function cacheFolder(env: Record<string, string | undefined>): string {
  const folder = env['LIANDONG_CACHE'] || join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'liandong')
  mkdirSync(folder, { recursive: true })
  return folder
}
