import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Redis } from 'ioredis'
import type { Connection } from 'mongoose'
import { z } from 'zod'
import { AppError } from '../../src/errors.ts'
import { type FileEntry, hashOf, readLines, writeLines } from './lines.ts'
import { collectionsOf, documentLines, isDatabaseEmpty, recountLater, restoreDocuments } from './mongodb.ts'
import { isRedisEmpty, redisLines, restoreRedis } from './redis.ts'

/** A service's databases, what its keys begin with, and which key its texts are sealed with. */
export type Databases = { connection: Connection; redis: Redis; prefix: string; keyId: string }

const manifestFile = 'manifest.json'
const redisFile = 'redis.jsonl.gz'
const fileOf = (collection: string) => `mongodb-${collection}.jsonl.gz`

const manifestShape = z.object({
  version: z.literal(1),
  at: z.iso.datetime(),
  /** Texts are sealed: without this key they cannot be read. */
  keyId: z.string(),
  files: z.array(z.object({ file: z.string(), lines: z.int(), sha256: z.string() })),
})
type Manifest = z.infer<typeof manifestShape>

/**
 * Copies everything into a new folder; the service may run meanwhile. Redis first: a message that waits in the copy and
 * was handled before MongoDB was copied is known there by its key and is not handled again. The other way round it would
 * be in neither. What is accepted after the begin is not in the copy. Throws AppError `conflict` when the folder is there.
 */
export async function copyOut(from: Databases, folder: string): Promise<Manifest> {
  if (existsSync(folder)) throw new AppError('conflict', `${folder} is there already: choose another folder`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const at = new Date().toISOString()
  const files: FileEntry[] = []
  const write = async (file: string, lines: AsyncIterable<string>) =>
    void files.push({ file, ...(await writeLines(join(folder, file), lines)) })
  await write(redisFile, redisLines(from.redis, from.prefix))
  for (const name of await collectionsOf(from.connection))
    await write(fileOf(name), documentLines(from.connection, name))
  const manifest: Manifest = { version: 1, at, keyId: from.keyId, files }
  // Written last: a copy without it was cut off.
  writeFileSync(join(folder, manifestFile), JSON.stringify(manifest, undefined, 2), { mode: 0o600 })
  return manifest
}

/**
 * Puts a copy back into empty databases, MongoDB first. Nothing is written before every file was found whole. Throws
 * AppError `config` for another key, `conflict` when the databases hold something, `malformed` for a broken copy.
 */
export async function copyIn(to: Databases, folder: string): Promise<Manifest> {
  const manifest = readManifest(folder)
  if (manifest.keyId !== to.keyId)
    throw new AppError(
      'config',
      `the copy was made with another DATA_KEY (${manifest.keyId}, given ${to.keyId}): set the one it was made with`,
    )
  for (const { file, sha256 } of manifest.files)
    if (!existsSync(join(folder, file)) || (await hashOf(join(folder, file))) !== sha256)
      throw new AppError('malformed', `${file} is missing or was changed: use another copy`)
  if (!(await isDatabaseEmpty(to.connection)))
    throw new AppError('conflict', 'the database is not empty: set MONGODB_DATABASE to a new one')
  if (!(await isRedisEmpty(to.redis, to.prefix)))
    throw new AppError('conflict', 'Redis holds keys of this prefix: set REDIS_PREFIX to a new one')
  for (const { file } of manifest.files) {
    const collection = /^mongodb-(.+)\.jsonl\.gz$/.exec(file)?.[1]
    if (collection) await restoreDocuments(to.connection, collection, readLines(join(folder, file)))
  }
  await recountLater(to.connection)
  await restoreRedis(to.redis, to.prefix, readLines(join(folder, redisFile)))
  return manifest
}

function readManifest(folder: string): Manifest {
  try {
    return manifestShape.parse(JSON.parse(readFileSync(join(folder, manifestFile), 'utf8')))
  } catch {
    throw new AppError('malformed', `${folder} is no whole copy: it has no readable ${manifestFile}`)
  }
}
