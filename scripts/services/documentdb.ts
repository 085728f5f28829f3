import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startServer, type Context } from './context.ts'
import { getEngine, type Engine } from './engine.ts'
import { exec } from './exec.ts'
import { getGateway } from './gateway.ts'
import { answersPing } from './mongodb-ping.ts'
import { freePort } from './ports.ts'
import { isReady, runSql, serverCommand } from './postgres.ts'
import { dataPlace, engineUser, type DataPlace } from './sandbox.ts'
import { dropStalePidFile } from './stale-pid-file.ts'

/** FerretDB takes 50 by default; cursors that stay open take more, so the server allows 300. */
const POOL = 'pool_min_conns=4&pool_max_conns=80'

/** Starts the DocumentDB engine and the FerretDB gateway before it; gives the gateway's address. */
export async function startDocumentdb(context: Context): Promise<string> {
  const { cache, say } = context
  const [engine, gateway] = await Promise.all([getEngine(cache, say), getGateway(cache, say)])
  const port = await startEngine(context, engine)
  const state = join(context.dataDir, 'gateway')
  mkdirSync(state, { recursive: true })
  const args = ['-postgres', `postgres://postgres@127.0.0.1:${port}/postgres?${POOL}`, '-state', state]
  const plan = { name: 'gateway', command: gateway, args, signal: 'SIGTERM' as const }
  return startServer(context, plan, async (logFile) => {
    const uri = /^mongodb:\S+$/m.exec(readFileSync(logFile, 'utf8'))?.[0]
    return uri !== undefined && (await answersPing(uri)) ? uri : undefined
  })
}

async function startEngine(context: Context, engine: Engine): Promise<number> {
  const data = dataPlace(engine.rootfs, join(context.dataDir, 'documentdb'))
  if (existsSync(join(data.outside, 'PG_VERSION'))) await dropStalePidFile(data.outside)
  else await copyTemplate(engine, data)
  const postgres = { rootfs: engine.rootfs, data, port: await freePort() }
  const { program, args } = serverCommand(postgres, context.durable)
  await startServer(context, { name: 'postgres', command: program, args, signal: 'SIGINT' }, async () =>
    isReady(postgres),
  )
  await updateExtension(engine, data, (sql) => runSql(postgres, sql))
  return postgres.port
}

/** A copy is quicker than making a database anew; it is renamed when whole, so that a kill leaves no half. */
async function copyTemplate(engine: Engine, data: DataPlace): Promise<void> {
  const draft = `${data.outside}.draft`
  await exec({ program: 'rm', args: ['-rf', draft] })
  await exec({ program: 'cp', args: ['-a', '--reflink=auto', engine.template, draft] })
  await exec({ program: 'mv', args: ['-T', draft, data.outside] })
}

/** Data made by an earlier engine is brought up to the one that is there now, once. */
async function updateExtension(
  engine: Engine,
  data: DataPlace,
  sql: (statements: string[]) => Promise<string>,
) {
  const built = readFileSync(join(engine.id, 'built'), 'utf8')
  const note = join(data.outside, 'liandong-engine')
  if (existsSync(note) && readFileSync(note, 'utf8') === built) return
  await sql(['alter extension documentdb_core update', 'alter extension documentdb update'])
  writeFileSync(note, built)
  const { uid, gid } = engineUser(engine.rootfs)
  chownSync(note, uid, gid)
}
