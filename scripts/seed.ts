import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfig } from '../src/config.ts'
import { localDataKey } from '../src/data-key.ts'
import { createSeal } from '../src/seal.ts'
import { connectStore } from '../src/store/connection.ts'
import { openStore } from '../src/store/index.ts'
import { prepareStore } from '../src/store/prepare.ts'
import { reference, seedDistrict } from './district/seed.ts'
import { startServices } from './services/index.ts'

/** `npm run seed -- --people 16000`: fills the database `npm start` uses with a district of that many people. */
const { values } = parseArgs({ options: { people: { type: 'string', default: String(reference.people) } } })
const people = Number(values.people)
const fewest = 10
if (process.env.NODE_ENV === 'production') fail('a made-up district is not for production')
if (!Number.isInteger(people) || people < fewest) fail(`--people takes a whole number from ${fewest}`)

const since = performance.now()
const say = (line: string) => console.log(`  ${line}`)
const dataDir = resolve('data')
const services = await startServices({ dataDir, env: process.env, say })
try {
  const config = loadConfig({
    ...process.env,
    MONGODB_URI: services.mongodbUri,
    REDIS_URL: services.redisUrl,
  })
  const connection = await connectStore({ uri: config.mongodbUri, database: config.mongodbDatabase })
  const store = openStore(connection, createSeal(config.dataKey ?? localDataKey(dataDir)))
  await prepareStore(store)
  await seedDistrict(store, { people, now: new Date(), zone: config.timezone, say })
  await connection.close()
  say(`a district of ${people} people is in after ${((performance.now() - since) / 1000).toFixed(1)} s`)
  say('"npm run demo:remove" takes it out again')
} finally {
  await services.stop()
}

function fail(why: string): never {
  console.error(why)
  process.exit(1)
}
