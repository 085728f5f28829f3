import { resolve } from 'node:path'
import { Redis } from 'ioredis'
import { type Config, loadConfig } from '../../src/config.ts'
import { localDataKey } from '../../src/data-key.ts'
import { asAppError } from '../../src/errors.ts'
import { createSeal } from '../../src/seal.ts'
import { connectStore } from '../../src/store/connection.ts'
import { startServices } from '../services/index.ts'
import type { Databases } from './copy.ts'

const say = (line: string) => console.log(`  ${line}`)

/** Runs work over the databases the settings name, or those of `npm start`; an error is said in a line and ends with 1. */
export async function withDatabases(
  work: (databases: Databases, config: Config) => Promise<string>,
): Promise<void> {
  const dataDir = resolve('data')
  const services = await startServices({ dataDir, env: process.env, say })
  try {
    const config = loadConfig({
      ...process.env,
      MONGODB_URI: services.mongodbUri,
      REDIS_URL: services.redisUrl,
    })
    const connection = await connectStore({ uri: config.mongodbUri, database: config.mongodbDatabase })
    const redis = new Redis(config.redisUrl)
    try {
      const { keyId } = createSeal(config.dataKey ?? localDataKey(dataDir))
      say(await work({ connection, redis, prefix: config.redisPrefix, keyId }, config))
    } finally {
      redis.disconnect()
      await connection.close()
    }
  } catch (error) {
    console.error(`  ${asAppError(error).message}`)
    process.exitCode = 1
  } finally {
    await services.stop()
  }
}
