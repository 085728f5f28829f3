import type { Redis } from 'ioredis'

/** News for whoever listens at this moment, in every process. Nothing depends on it arriving. */
export function createChannel(options: { producer: Redis; subscriber: Redis; name: string }) {
  const { producer, subscriber, name } = options
  const listeners = new Set<(event: object) => void>()
  subscriber.on('message', (from: string, text: string) => {
    if (from !== name) return
    const event = JSON.parse(text) as object
    for (const listener of listeners) listener(event)
  })
  return {
    publish: (event: object): void =>
      void producer.publish(name, JSON.stringify(event)).catch(() => undefined),
    /** Listens until the returned function is called. */
    subscribe(listener: (event: object) => void): () => void {
      if (listeners.size === 0) void subscriber.subscribe(name).catch(() => undefined)
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export type Channel = ReturnType<typeof createChannel>
