import type { TraceStep } from './trace.ts'

/** What the core said to somebody on the playground; `id` stays the same over retries, so that it is shown once. */
export type LiveMessage = {
  type: 'message'
  id: string
  to: { kind: 'person' | 'room'; id: string }
  /** The id of the message this answers, as the page made it. */
  inReplyTo?: string
  text: string
  quickReplies: string[]
  /** Ids of people. */
  mentions: string[]
  files: { name: string; url: string }[]
  /** Milliseconds since 1970. */
  at: number
}

/** That a message reached a station. `message` is the key of the inbound message, also where its answer moves. */
export type LiveTrace = { type: 'trace'; message: string; step: TraceStep; at: number; detail?: string }

/** What whoever watches this service live is told. */
export type LiveEvent = LiveMessage | LiveTrace
