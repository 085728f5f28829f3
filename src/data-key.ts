import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The key for personal fields where none was set: made once in the data folder, readable by its owner only.
 * Production sets `DATA_KEY` itself (config.ts insists on it).
 */
export function localDataKey(folder: string): Buffer {
  const file = join(folder, 'data-key')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  }
  return Buffer.from(readFileSync(file, 'utf8'), 'base64')
}
