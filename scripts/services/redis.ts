import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { aptHurdle, aptInstall, aptKeepOff } from './apt.ts'
import type { Way } from './choose.ts'
import { startServer, type Context } from './context.ts'
import { exec } from './exec.ts'
import { exchange, freePort } from './ports.ts'
import { step } from './step.ts'

/** The ways to a Redis, in the order they are tried. */
export function redisWays(context: Context): Way[] {
  const { machine, say, cache } = context
  const url = machine.env['REDIS_URL']
  const found = machine.find('redis-server')
  const start = () => startRedis(context)
  return [
    {
      name: 'the Redis of REDIS_URL',
      why: 'REDIS_URL is set',
      hurdle: url ? undefined : 'REDIS_URL is not set',
      start: async () => url ?? '',
    },
    {
      name: 'redis-server on PATH',
      why: `${found} is there`,
      hurdle: found ? undefined : 'there is no redis-server on PATH',
      start,
    },
    {
      name: 'redis-server from Debian',
      why: 'redis-server was not on PATH, and apt-get could install it',
      hurdle: aptHurdle(machine),
      start: async () => {
        await aptInstall({ packages: ['redis-server'], cache, say })
        await aptKeepOff('redis-server')
        return start()
      },
    },
    {
      name: 'redis from Homebrew',
      why: 'redis-server was not on PATH, and brew could install it',
      hurdle: machine.find('brew') ? undefined : 'there is no brew',
      start: async () => {
        await step(say, 'installing redis', () => exec({ program: 'brew', args: ['install', 'redis'] }))
        return start()
      },
    },
  ]
}

/** Runs redis-server on a free port: every write in the append-only file, and nothing is ever evicted. */
async function startRedis(context: Context): Promise<string> {
  const program = context.machine.find('redis-server')
  if (program === undefined) throw new Error('there is still no redis-server on PATH')
  const dir = join(context.dataDir, 'redis')
  mkdirSync(dir, { recursive: true })
  const port = await freePort()
  const settings = {
    port: String(port),
    bind: '127.0.0.1',
    dir,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction',
    daemonize: 'no',
  }
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])
  await startServer(context, { name: 'redis', command: program, args, signal: 'SIGTERM' }, async () =>
    (await exchange(port, 'PING\r\n'))?.startsWith('+PONG') ? true : undefined,
  )
  return `redis://127.0.0.1:${port}`
}
