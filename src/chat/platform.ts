import type { IncomingHttpHeaders } from 'node:http'
import type { PlatformSettings } from '../config.ts'
import type { Rate } from '../queue/tokens.ts'
import type { Received } from './message.ts'
import type { Shared } from './wire/shared.ts'

/** A webhook request as it came: the bytes are untouched, because signatures cover bytes. */
export type RawRequest = {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: Buffer
  /** Milliseconds; injected so that old test vectors can be verified. */
  now: number
}

/** What a webhook request held: messages for the one path, and how the platform wants to be answered. */
export type WebhookResult = {
  messages: Received[]
  /** Body and status for "understood"; the core answers refusals and outages itself. */
  response?: WebhookAnswer
  /** Instead of `response`, asked once the messages are stored: for platforms that take an answer on the same line. */
  answer?: () => Promise<WebhookAnswer>
}

export type WebhookAnswer = { status: number; body: string | object }

/** One message on its way out. `id` is the outbox row's id and stays the same over retries. */
export type OutboundMessage = {
  id: string
  to: { kind: 'person' | 'room'; id: string }
  inReplyTo?: string
  /** What the message that is answered brought along for its answer (`Received.replyHandle`). */
  replyHandle?: Record<string, unknown>
  text: string
  mentions: string[]
  quickReplies: string[]
  files: { name: string; url: string }[]
}

/**
 * What a platform allows an account altogether, each conversation, and each room besides. Where several rates hold at
 * once (5 a second and 100 a minute), all of them are kept to.
 */
export type Rates = { account?: readonly Rate[]; conversation?: readonly Rate[]; room?: readonly Rate[] }

/**
 * A platform that is switched on and configured.
 * `receive` verifies over the raw bytes and fails closed (AppError `unsigned`, `malformed`), then makes messages.
 * `send` throws AppError: `slow_down` (with retryAfterMs, and `slows: 'account'` where
 * the wait is not for this conversation alone), `unavailable` (try again), `unreachable` and `refused`
 * (give this row up), `account_paused` (stop this account, keep its rows). Any other error counts as `unavailable`.
 */
export type RunningPlatform = {
  account: string
  /** In place of the platform's own, where that depends on the settings. */
  authenticatesBody?: boolean
  receive?: (request: RawRequest) => WebhookResult | Promise<WebhookResult>
  /** Rooms in which nothing can be said, not even 绑定: the settings bind them to teams. */
  rooms?: readonly { id: string; name: string; team: string }[]
  send: (message: OutboundMessage, signal: AbortSignal) => Promise<{ platformId?: string }>
  stop?: () => Promise<void>
}

/** What a platform may use of the world, injected so that tests own time and network. */
export type PlatformDeps = {
  fetch: typeof globalThis.fetch
  now: () => number
  /** Publishes to whoever watches this service live, in every process; a no-op where nobody can. */
  publish: (channel: string, payload: object) => Promise<void>
  shared: Shared
}

/** One line of a platform's self-check: what was tried, and what to do when it did not work. */
export type CheckLine = { ok: boolean; says: string }

/** The contract of a folder in `bots/`. Facts about a platform are data here, never code in the core. */
export type Platform<Settings = Record<string, string>> = {
  name: string
  settings: PlatformSettings
  /** Whether the signature covers the body; where not, privileged commands are refused. */
  authenticatesBody: boolean
  /** Whether the receiver drops a message id it has seen: then nothing is ever `unknown`. */
  idempotentSend: boolean
  /** Largest webhook body in bytes; larger ones get 413. */
  maxBodyBytes: number
  /** Longest text in one message, in UTF-8 bytes; longer ones are split by the core. */
  maxTextBytes: number
  rates: Rates
  start: (settings: Settings, deps: PlatformDeps) => RunningPlatform
  /** Calls the real platform with these settings and says in plain words what is right and what is wrong. */
  check?: (settings: Settings, deps: PlatformDeps) => Promise<CheckLine[]>
}
