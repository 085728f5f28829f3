import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError } from '../errors.ts'

/** How long requests under way may take once the server is closed, in milliseconds. */
const closingMs = 2_000

/** Listens on an address; gives the URL and how to close. Throws AppError `config` when the port is taken. */
export async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  { host, port: wanted }: { host: string; port: number },
): Promise<{ url: string; close: () => Promise<unknown> }> {
  const server = createServer(handle)
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(wanted, host, resolve),
  ).catch((cause: unknown) => {
    const taken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
    if (!taken) throw cause
    throw new AppError(
      'config',
      `port ${wanted} is in use: stop what listens there, or set PORT to another one`,
    )
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host}:${port}`,
    close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), closingMs).unref()
      return closed
    },
  }
}
