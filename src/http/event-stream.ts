import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'

/** What a slow reader may leave unread, in bytes, before it is cut off; it comes back and asks for the rest. */
const maxUnreadBytes = 256 * 1024
/** Events kept for those who come back. */
const maxKept = 500
const maxReaders = 32
/** Shorter than the minute after which the usual proxies and browsers give a silent connection up. */
const heartbeatMs = 15_000

/**
 * Hands events to any number of browsers as server-sent events. A browser that was away says the id it saw last
 * and gets what came after; an id of an earlier process gets everything kept (events carry ids of their own, so
 * that seeing one twice is harmless). `open` returns undefined when there are too many
 * readers, and after `close`.
 */
export function createEventStream() {
  const epoch = randomUUID().slice(0, 8)
  const readers = new Set<Readable>()
  const kept: { id: number; chunk: string }[] = []
  let last = 0
  let closed = false

  const heartbeat = setInterval(() => readers.forEach((reader) => give(reader, ':\n\n')), heartbeatMs)
  heartbeat.unref()

  return {
    publish(event: object): void {
      last += 1
      const chunk = `id: ${epoch}-${last}\ndata: ${JSON.stringify(event)}\n\n`
      kept.push({ id: last, chunk })
      if (kept.length > maxKept) kept.shift()
      readers.forEach((reader) => give(reader, chunk))
    },
    open(seen: string | undefined): Readable | undefined {
      if (closed || readers.size >= maxReaders) return undefined
      const reader = new Readable({ read: () => undefined })
      readers.add(reader)
      reader.once('close', () => readers.delete(reader))
      if (seen) {
        const after = seen.startsWith(`${epoch}-`) ? Number(seen.slice(epoch.length + 1)) : 0
        for (const { id, chunk } of kept) if (id > after) reader.push(chunk)
      }
      // Last, so that its id does not skip what was kept should the connection end halfway.
      reader.push(`id: ${epoch}-${last}\nretry: 1000\nevent: hello\ndata: {}\n\n`)
      return reader
    },
    /** Ends all connections; browsers come back to the next process by themselves. */
    close(): void {
      closed = true
      clearInterval(heartbeat)
      readers.forEach((reader) => reader.push(null))
    },
  }
}

function give(reader: Readable, chunk: string): void {
  if (reader.readableLength > maxUnreadBytes) reader.destroy()
  else reader.push(chunk)
}
