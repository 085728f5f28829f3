import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60]

/** What is measured, in one registry for each service, so that several can live in one process. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'liandong_' })
  const registers = [registry]
  return {
    registry,
    received: new Counter({
      name: 'liandong_messages_received_total',
      help: 'Messages by platform and what became of them on the way in',
      labelNames: ['platform', 'result'],
      registers,
    }),
    accept: new Histogram({
      name: 'liandong_accept_seconds',
      help: 'From the first byte of a webhook to its acknowledgement',
      labelNames: ['platform'],
      buckets: seconds,
      registers,
    }),
    handled: new Counter({
      name: 'liandong_messages_handled_total',
      help: 'Messages by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    answered: new Histogram({
      name: 'liandong_answer_seconds',
      help: 'From acceptance to delivery of the answer',
      labelNames: ['platform'],
      buckets: seconds,
      registers,
    }),
    sent: new Counter({
      name: 'liandong_outbox_settled_total',
      help: 'Outbox rows by platform and end',
      labelNames: ['platform', 'state'],
      registers,
    }),
    deadLetters: new Counter({
      name: 'liandong_dead_letters_total',
      help: 'Messages given up after their tries',
      labelNames: ['queue'],
      registers,
    }),
    reminders: new Counter({
      name: 'liandong_reminders_total',
      help: 'Reminders of sign-ups: told, or missed (no time left, or nobody to send them to)',
      labelNames: ['result'],
      registers,
    }),
    swept: new Counter({
      name: 'liandong_swept_total',
      help: 'Halves the sweeper finished',
      labelNames: ['what'],
      registers,
    }),
    waitingBoxes: new Gauge({
      name: 'liandong_mailboxes_waiting',
      help: 'Mailboxes that hold something',
      labelNames: ['queue'],
      registers,
    }),
    waitingLetters: new Gauge({
      name: 'liandong_mailbox_letters',
      help: 'What waits in mailboxes',
      labelNames: ['queue'],
      registers,
    }),
    platformErrors: new Counter({
      name: 'liandong_platform_errors_total',
      help: 'Calls to platforms that failed, by what that means',
      labelNames: ['platform', 'code'],
      registers,
    }),
    tokenWaits: new Counter({
      name: 'liandong_token_waits_total',
      help: 'Messages that had to wait for the pace of their platform',
      labelNames: ['platform'],
      registers,
    }),
    outboxRows: new Gauge({
      name: 'liandong_outbox_rows',
      help: 'Outbox rows that are not settled; unknown are those that wait for the word of an admin',
      labelNames: ['state'],
      registers,
    }),
    deadLettersWaiting: new Gauge({
      name: 'liandong_dead_letters_waiting',
      help: 'Dead letters that wait for the word of an admin',
      registers,
    }),
    pausedAccounts: new Gauge({
      name: 'liandong_accounts_paused',
      help: 'Whether a platform account is paused, as this process heard it',
      labelNames: ['platform'],
      registers,
    }),
    oldestSeconds: new Gauge({
      name: 'liandong_mailbox_oldest_seconds',
      help: 'How long the letter that waits longest has waited',
      labelNames: ['queue'],
      registers,
    }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
