import { pino } from 'pino'
import { createDelivery, type Lane } from '../../src/chat/delivery.ts'
import type { OutboundMessage, Platform } from '../../src/chat/platform.ts'
import { noTrace } from '../../src/chat/trace.ts'
import { WaitFor } from '../../src/queue/drain.ts'
import { at, openCommandStore } from './command-store.ts'
import { queueDesk } from './queue-desk.ts'

/** What became of a row that was tried: delivered or given up, or how long it has to wait, in milliseconds. */
export type Tried = 'done' | number

/**
 * Deliveries of one platform account under a clock that stands still, as many as a test wants, each like a process.
 * Nothing runs by itself: a test tries a row when it is its turn.
 */
export async function deliveryDesk() {
  const queues = await queueDesk()
  const { store, ...desk } = await openCommandStore()
  const start = at('2026-11-24 10:00').getTime()
  let now = start
  let rows = 0

  return {
    store,
    now: () => now,
    wait: (ms: number) => void (now += ms),
    /** An account of a platform of its own, that sends like this. */
    account(
      name: string,
      facts: Partial<Platform> = {},
      send: (to: string) => Promise<void> = async () => undefined,
    ) {
      const received: string[] = []
      const told: string[] = []
      const platform: Platform = {
        name,
        settings: { required: [], optional: [] },
        authenticatesBody: true,
        idempotentSend: true,
        maxBodyBytes: 1024,
        maxTextBytes: 1024,
        rates: {},
        start: () => running,
        ...facts,
      }
      const running = {
        account: 'default',
        async send({ id, to }: OutboundMessage) {
          await send(to.id)
          received.push(id)
          return {}
        },
      }
      const process = () => {
        const runner = queues.runner()
        return createDelivery({
          platform,
          running,
          store,
          redis: queues.redis,
          prefix: queues.prefix,
          mail: { reply: runner.mail(`reply.${name}`), bulk: runner.mail(`bulk.${name}`) },
          now: () => now,
          zone: 'Asia/Shanghai',
          log: pino({ level: 'silent' }),
          trace: noTrace,
          paused: async (reason) => void told.push(reason),
          settled: () => undefined,
          callFailed: () => undefined,
          tokenWaited: () => undefined,
        })
      }
      const conversation = (to: string) => `${name}:default:person:${to}`
      return {
        process,
        /** Rows that reached the other side, in order. */
        received,
        /** Why the account was said to be paused, each time. */
        told,
        /** Puts a row into the outbox; gives its id. */
        async row(to: string, lane: Lane = 'reply', more: { broadcast?: string } = {}): Promise<string> {
          const _id = `${name}#${++rows}`
          await store.outbox.addAll([
            {
              _id,
              platform: name,
              account: 'default',
              to: { kind: 'person', id: to },
              conversation: conversation(to),
              lane,
              createdAt: new Date(now),
              giveUpAt: new Date(now + 24 * 3600_000),
              content: { text: '好', quickReplies: [], mentions: [], files: [] },
              ...more,
            },
          ])
          return _id
        },
        /** Tries to deliver a row now. */
        async tries(delivery: ReturnType<typeof process>, id: string): Promise<Tried> {
          const row = await store.outbox.find(id)
          if (!row) throw new Error(`there is no row ${id}`)
          try {
            await delivery.deliver(id, row.conversation, row.lane)
            return 'done'
          } catch (error) {
            if (error instanceof WaitFor) return error.ms
            throw error
          }
        },
      }
    },
    async end() {
      await queues.end()
      await desk.close()
    },
  }
}

export type DeliveryDesk = Awaited<ReturnType<typeof deliveryDesk>>
