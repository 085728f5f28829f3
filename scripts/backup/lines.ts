import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

/** What a file of a backup holds, and the hash of its bytes: a copy that was cut off or changed is noticed. */
export type FileEntry = { file: string; lines: number; sha256: string }

/** Writes lines into a compressed file that only its owner may read. */
export async function writeLines(
  path: string,
  lines: AsyncIterable<string>,
): Promise<Omit<FileEntry, 'file'>> {
  let count = 0
  const counted = async function* () {
    for await (const line of lines) {
      count++
      yield `${line}\n`
    }
  }
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(Readable.from(counted()), createGzip(), hashing, createWriteStream(path, { mode: 0o600 }))
  return { lines: count, sha256: hash.digest('hex') }
}

/** The lines of such a file. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const input = createReadStream(path).pipe(createGunzip())
  yield* createInterface({ input, crlfDelay: Infinity })
}

/** The hash of a file's bytes. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Lists of at most so many. */
export async function* inLists<Item>(items: AsyncIterable<Item>, most: number): AsyncGenerator<Item[]> {
  let list: Item[] = []
  for await (const item of items) {
    list.push(item)
    if (list.length < most) continue
    yield list
    list = []
  }
  if (list.length > 0) yield list
}
