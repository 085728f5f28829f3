import { readFileSync, renameSync, rmSync, linkSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { isAlive, ownIdentity, type Identity } from './identity.ts'
import type { Say } from './step.ts'
import { until } from './until.ts'

const SECONDS_TO_WAIT = 900

/**
 * Runs `work` while no other process holds the same lock file. The lock of a process that died is taken over.
 * Throws when a living holder keeps it for 15 minutes.
 */
export async function withLock<T>(file: string, say: Say, work: () => Promise<T>): Promise<T> {
  let told = false
  const taken = await until(SECONDS_TO_WAIT, () => {
    if (take(file)) return true
    const holder = readHolder(file)
    if (holder === undefined) return undefined
    if (!isAlive(holder)) breakLock(file, holder)
    else if (!told && holder.pid !== process.pid)
      say(`waiting for process ${holder.pid}, which holds ${file}`)
    told = true
    return undefined
  })
  if (taken === undefined)
    throw new Error(`${file} is held by process ${readHolder(file)?.pid}; end that first`)
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** Makes the lock file, whole, in one act: a hard link to a finished file either appears or fails. */
function take(file: string): boolean {
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, JSON.stringify(ownIdentity()))
  try {
    linkSync(draft, file)
    return true
  } catch {
    return false
  } finally {
    rmSync(draft)
  }
}

function readHolder(file: string): Identity | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Identity
  } catch {
    return undefined
  }
}

/** Moves a dead holder's lock aside; if another process was faster and it is a living one's, puts it back. */
function breakLock(file: string, dead: Identity): void {
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const moved = readHolder(aside)
  if (moved?.pid === dead.pid && moved.started === dead.started) rmSync(aside)
  else renameSync(aside, file)
}
