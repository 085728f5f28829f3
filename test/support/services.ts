import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServices } from '../../scripts/services/index.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the MongoDB-protocol server, without a database name: each test file takes its own. */
    mongodbUri: string
    /** Address of the Redis: each test file takes its own key prefix. */
    redisUrl: string
  }
}

/**
 * Starts the two servers in a temporary folder (or takes those of `MONGODB_URI` and `REDIS_URL`), hands their
 * addresses to the tests, and stops what it started when the project's last test has ended.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'liandong-test-'))
  const say = (line: string) => console.error(`[services] ${line}`)
  const services = await startServices({ dataDir, env: process.env, say, durable: false })
  project.provide('mongodbUri', services.mongodbUri)
  project.provide('redisUrl', services.redisUrl)
  return async () => {
    await services.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
