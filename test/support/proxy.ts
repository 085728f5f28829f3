import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * A wire between a service and a server that can be cut (connections break, new ones are refused), frozen (nothing
 * moves and nobody is told) and mended. The server itself goes on, so that other tests may use it.
 */
export async function startProxy(target: { host: string; port: number }) {
  const sockets = new Set<Socket>()
  let state: 'whole' | 'cut' | 'frozen' = 'whole'
  const server = createServer((client) => {
    if (state === 'cut') return void client.destroy()
    const upstream = connect(target.port, target.host)
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from)
      from.on('error', () => undefined)
      from.on('data', (data) => {
        if (state === 'whole') to.write(data)
      })
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      state = 'cut'
      breakAll()
    },
    freeze: () => void (state = 'frozen'),
    mend() {
      // What was swallowed while frozen is gone: those connections are of no use any more.
      if (state === 'frozen') breakAll()
      state = 'whole'
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        breakAll()
      }),
  }
}

/** A wire to the server of a URL, and the URL through it. */
export async function throughProxy(url: string) {
  const parsed = new URL(url)
  const proxy = await startProxy({ host: parsed.hostname, port: Number(parsed.port) })
  parsed.hostname = '127.0.0.1'
  parsed.port = String(proxy.port)
  return { proxy, url: parsed.toString() }
}
