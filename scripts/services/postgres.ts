import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exec } from './exec.ts'
import { inEngine, type DataPlace } from './sandbox.ts'

/** One PostgreSQL server of the engine. */
export type Postgres = { rootfs: string; data: DataPlace; port: number }

const PRELOADED = 'pg_cron,pg_documentdb_core,pg_documentdb'
const CONNECTIONS = 300

/** Makes an empty data folder (in place, owned by the engine's user) into a database. */
export async function initialise(rootfs: string, data: DataPlace): Promise<void> {
  const args = [
    '-D',
    data.inside,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]
  await exec(
    inEngine({
      rootfs,
      data,
      program: 'initdb',
      args: [...args, '-c', `shared_preload_libraries=${PRELOADED}`],
    }),
  )
}

/** The command that runs the server; not `durable` means that it never waits for the disk. */
export function serverCommand(server: Postgres, durable: boolean) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(server.port),
    // No socket file: several servers share the engine's folders.
    unix_socket_directories: '',
    max_connections: String(CONNECTIONS),
    max_worker_processes: '32',
    jit: 'off',
    'cron.database_name': 'postgres',
    'cron.use_background_workers': 'on',
    'cron.log_run': 'off',
    'cron.log_statement': 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return inEngine({ ...server, program: 'postgres', args: ['-D', server.data.inside, ...args] })
}

/** True when the server takes connections: its own pid file then says so (a killed server's names another port). */
export function isReady(server: Pick<Postgres, 'data' | 'port'>): true | undefined {
  const file = join(server.data.outside, 'postmaster.pid')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return lines[3] === String(server.port) && lines[7]?.trim() === 'ready' ? true : undefined
}

/** Runs SQL statements as the database's owner. */
export async function runSql(server: Postgres, statements: string[]): Promise<string> {
  const where = ['-h', '127.0.0.1', '-p', String(server.port), '-U', 'postgres', '-d', 'postgres', '-Atq']
  const args = [...where, '-v', 'ON_ERROR_STOP=1', ...statements.flatMap((statement) => ['-c', statement])]
  return exec(inEngine({ ...server, program: 'psql', args }))
}
