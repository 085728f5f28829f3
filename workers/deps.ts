import type { Delivery } from '../src/chat/delivery.ts'
import type { Notice } from '../src/chat/reply.ts'
import type { Tell } from '../src/chat/telling.ts'
import type { HandleDeps } from '../src/commands/handle.ts'
import type { Log } from '../src/log.ts'
import type { Metrics } from '../src/metrics.ts'
import type { MailQueue } from '../src/queue/mail.ts'

/** What workers are given by main. */
export type WorkerDeps = HandleDeps & {
  /** Mailboxes of what people said. */
  mail: MailQueue
  /** One for each platform account that is on. */
  deliveries: readonly Delivery[]
  now: () => number
  log: Log
  metrics: Metrics
  /** Hands waiting bulk rows of an account to its delivery, at most a window of them. */
  feed: (platform: string, account: string) => Promise<void>
  /** Says something to people who did not ask, once per key. */
  notify: (notices: readonly Notice[], key: string) => Promise<void>
  /** Tells many people, each once per key and in their own language. */
  tell: Tell
}
