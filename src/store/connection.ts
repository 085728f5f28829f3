import mongoose, { type Connection } from 'mongoose'
import { AppError } from '../errors.ts'

/** A command MongoDB has answered: its name and the collection it was for. */
export type AnsweredCommand = { command: string; collection: string }

/**
 * Opens a connection pool. Commands fail within seconds when the server is away instead of waiting in a buffer:
 * whoever asked decides what an outage means. `observe` is told of every answered command: benches count them, crash
 * tests die at them.
 */
export async function connectStore(options: {
  uri: string
  database: string
  poolSize?: number
  observe?: ((answered: AnsweredCommand) => void) | undefined
}): Promise<Connection> {
  const connection = mongoose.createConnection(options.uri, {
    dbName: options.database,
    bufferCommands: false,
    monitorCommands: options.observe !== undefined,
    autoIndex: false,
    autoCreate: false,
    maxPoolSize: options.poolSize ?? 20,
    serverSelectionTimeoutMS: 2_000,
    connectTimeoutMS: 2_000,
    socketTimeoutMS: 20_000,
    waitQueueTimeoutMS: 5_000,
    writeConcern: { w: 'majority', journal: true },
  })
  try {
    await connection.asPromise()
    if (options.observe) observeCommands(connection, options.observe)
    return connection
  } catch (cause) {
    await connection.close().catch(() => undefined)
    throw new AppError('unavailable', 'MongoDB does not answer: check MONGODB_URI and that the server runs', {
      cause,
    })
  }
}

function observeCommands(connection: Connection, observe: (answered: AnsweredCommand) => void): void {
  const collections = new Map<number, string>()
  const client = connection.getClient()
  client.on('commandStarted', ({ requestId, commandName, command }) => {
    collections.set(requestId, String((command as Record<string, unknown>)[commandName]))
  })
  client.on('commandFailed', ({ requestId }) => void collections.delete(requestId))
  client.on('commandSucceeded', ({ requestId, commandName }) => {
    const collection = collections.get(requestId) ?? ''
    collections.delete(requestId)
    observe({ command: commandName, collection })
  })
}

const duplicateKey = 11000
/** What DocumentDB answers when inserts of one secondary unique key lock each other: a conflict to try again. */
const deadlock = 16908292

/** Whether a write lost to a document that was there first. */
export function isDuplicate(error: unknown): boolean {
  return codeOf(error) === duplicateKey
}

/** Whether a write met another one and is right to be tried again at once. */
export function isWriteConflict(error: unknown): boolean {
  return codeOf(error) === deadlock || codeOf(error) === 112
}

/** Errors of a server that is away, restarting or cut off: the work is right, the moment is not. */
export function isOutage(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'unavailable'
  if (!(error instanceof Error)) return false
  if (isWriteConflict(error) || isGatewayOutage(error)) return true
  return (
    /^Mongo(ose)?(Network|ServerSelection|PoolCleared|WaitQueue|NotConnected|TopologyClosed|ClientClosed|Operation(Timeout)?)/.test(
      error.name,
    ) || [6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436].includes(Number(codeOf(error)))
  )
}

/** FerretDB says that PostgreSQL is away with its general code and these words. */
function isGatewayOutage(error: Error): boolean {
  return (
    codeOf(error) === 1 &&
    /failed to connect|connection refused|connection reset|unexpected EOF|conn closed|terminating connection|shutting down|starting up|recovery mode|closed pool/i.test(
      error.message,
    )
  )
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/** Makes `insertOne` answer whether it was first: the one way to know it under a race (an upsert does not tell). */
export async function insertedFirst(insert: Promise<unknown>): Promise<boolean> {
  try {
    await insert
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}
