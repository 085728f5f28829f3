import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { join } from 'node:path'
import type { Context } from './context.ts'
import { startMongod } from './mongod.ts'
import { step } from './step.ts'

const VERSION = '8.2.6'
const SECONDS_TO_REACH = 4
const HOURS_TO_REMEMBER = 6

/** What fetching the program needs from outside; tests hand in one that refuses. */
export type MongodDownload = {
  /** Throws when the download's address cannot be reached within a few seconds. */
  reach: () => Promise<void>
  /** Puts the program into a folder, if it is not there yet, and gives its path. */
  fetch: (folder: string) => Promise<string>
}

/** Runs the official mongod, downloaded once into the cache folder with the help of mongodb-memory-server. */
export async function startDownloadedMongod(context: Context, download = officialDownload): Promise<string> {
  const { cache, say } = context
  const note = join(cache, `mongod-${VERSION}`)
  if (existsSync(note)) return startMongod(context, readFileSync(note, 'utf8'))
  await reachOnce(join(cache, 'mongod-unreachable'), download)
  const program = await step(say, `downloading mongod ${VERSION}`, () =>
    download.fetch(join(cache, 'mongod')),
  )
  const uri = await startMongod(context, program)
  writeFileSync(note, program)
  return uri
}

/** Off the internet the try costs seconds, so a failure is remembered and not repeated for some hours. */
async function reachOnce(note: string, download: MongodDownload): Promise<void> {
  if (existsSync(note)) {
    const hours = (Date.now() - Number(readFileSync(note, 'utf8'))) / 3_600_000
    if (hours < HOURS_TO_REMEMBER)
      throw new Error(`its download could not be reached ${hours.toFixed(1)} h ago`)
  }
  try {
    await download.reach()
    rmSync(note, { force: true })
  } catch (error) {
    writeFileSync(note, String(Date.now()))
    throw new Error('its download cannot be reached', { cause: error })
  }
}

const officialDownload: MongodDownload = {
  reach: async () => {
    const { MongoBinaryDownloadUrl } =
      await import('mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl.js')
    const address = new MongoBinaryDownloadUrl({ version: VERSION, platform: platform(), arch: arch() })
    const url = await address.getDownloadUrl()
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(SECONDS_TO_REACH * 1000) })
    if (!answer.ok) throw new Error(`the download answers ${answer.status}`)
  },
  fetch: async (folder) => {
    const { MongoBinary } = await import('mongodb-memory-server-core/lib/util/MongoBinary.js')
    return MongoBinary.getPath({ version: VERSION, downloadDir: folder })
  },
}
