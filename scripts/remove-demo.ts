import { resolve } from 'node:path'
import { loadConfig } from '../src/config.ts'
import { localDataKey } from '../src/data-key.ts'
import { createSeal } from '../src/seal.ts'
import { connectStore } from '../src/store/connection.ts'
import { openStore } from '../src/store/index.ts'
import { removeDemo } from './demo/remove.ts'
import { startServices } from './services/index.ts'

/** `npm run demo:remove`: takes the demo out of the database `npm start` uses. */
const dataDir = resolve('data')
const services = await startServices({ dataDir, env: process.env, say: (line) => console.log(`  ${line}`) })
try {
  const config = loadConfig({
    ...process.env,
    MONGODB_URI: services.mongodbUri,
    REDIS_URL: services.redisUrl,
  })
  const connection = await connectStore({ uri: config.mongodbUri, database: config.mongodbDatabase })
  const store = openStore(connection, createSeal(config.dataKey ?? localDataKey(dataDir)))
  await removeDemo(store, new Date())
  await connection.close()
  console.log('  the demo is out')
} finally {
  await services.stop()
}
