import { connect, createServer } from 'node:net'

/** A TCP port of the loopback that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('no free port'))
      })
    })
  })
}

/** Sends `words` to a port of the loopback and gives the first answer, or undefined when there is none. */
export async function exchange(port: number, words: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 2000 }, () => socket.write(words))
    const finish = (answer: string | undefined) => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('data', (bytes) => finish(bytes.toString()))
    socket.on('error', () => finish(undefined))
    socket.on('timeout', () => finish(undefined))
    socket.on('close', () => resolve(undefined))
  })
}
