import { resolve } from 'node:path'
import { seedDemo } from './demo/seed.ts'
import { buildWeb } from './build-web.ts'
import { startServices } from './services/index.ts'
import { start } from '../src/main.ts'
import { asAppError } from '../src/errors.ts'

const dataDir = resolve('data')
const say = (line: string) => console.log(`  ${line}`)

/** `npm start`: local servers, the web pages, the service, a small living demo; stops all of it on Ctrl-C. */
async function run(): Promise<void> {
  const begin = performance.now()
  console.log('联动 Liandong')
  const services = await startServices({ dataDir, env: process.env, say })
  let stop = services.stop
  const end = async (code: number) => {
    await stop()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(0))
  try {
    await buildWeb(process.env, say)
    const service = await start({
      env: {
        LOG_LEVEL: 'warn',
        ...process.env,
        MONGODB_URI: services.mongodbUri,
        REDIS_URL: services.redisUrl,
      },
      dataDir,
      beforeRoles: async (store, config) => {
        if (config.playground && (await seedDemo(store, { now: new Date(), zone: config.timezone })))
          say('a small demo was put in; "npm run demo:remove" takes it out again')
      },
    })
    stop = async () => {
      say('stopping: finishing what is under way …')
      await service.stop()
      await services.stop()
      say('stopped')
    }
    say(`ready after ${((performance.now() - begin) / 1000).toFixed(1)} s: ${service.url}`)
    if (service.claimCode.unused)
      say(`to become the first admin, say in a direct chat: 认领 ${service.claimCode.code}`)
  } catch (thrown) {
    console.error(asAppError(thrown).message)
    await end(1)
  }
}

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
