import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { withLock } from '../../../scripts/services/lock.ts'

const lockFile = () => join(temporaryFolder(), 'build.lock')
const silent = () => undefined

test('ten builders at once take their turns', async () => {
  const file = lockFile()
  let inside = 0
  const most: number[] = []
  const build = () =>
    withLock(file, silent, async () => {
      inside += 1
      most.push(inside)
      await new Promise(setImmediate)
      inside -= 1
    })
  await Promise.all(Array.from({ length: 10 }, build))
  expect(most).toEqual(Array.from({ length: 10 }, () => 1))
  expect(existsSync(file)).toBe(false)
})

test('the lock of a process that died is taken over', async () => {
  const file = lockFile()
  writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'long ago' }))
  expect(await withLock(file, silent, async () => 'built')).toBe('built')
})

test('a failure inside gives the lock back and comes out', async () => {
  const file = lockFile()
  const failing = withLock(file, silent, async () => {
    throw new Error('no space left')
  })
  await expect(failing).rejects.toThrow('no space left')
  expect(existsSync(file)).toBe(false)
})
