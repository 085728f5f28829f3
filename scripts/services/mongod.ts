import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startServer, type Context } from './context.ts'
import { answersPing } from './mongodb-ping.ts'
import { freePort } from './ports.ts'

/** Runs a mongod program on a free port with its data in `<dataDir>/mongodb`; gives its address. */
export async function startMongod(context: Context, program: string): Promise<string> {
  const dbPath = join(context.dataDir, 'mongodb')
  mkdirSync(dbPath, { recursive: true })
  const port = await freePort()
  const uri = `mongodb://127.0.0.1:${port}/`
  const args = ['--dbpath', dbPath, '--port', String(port), '--bind_ip', '127.0.0.1', '--quiet']
  await startServer(context, { name: 'mongod', command: program, args, signal: 'SIGTERM' }, () =>
    answersPing(uri),
  )
  return uri
}
