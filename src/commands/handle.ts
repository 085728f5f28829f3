import type { Connection } from 'mongoose'
import { inboundSchema, type InboundMessage, roomKey, senderKey } from '../chat/message.ts'
import { draftsOf, outboxRows, type TextLimits } from '../chat/outgoing.ts'
import { noticeDrafts } from '../chat/telling.ts'
import type { Trace } from '../chat/trace.ts'
import type { AccountPace } from '../chat/account-pace.ts'
import type { Vitals } from '../chat/vitals.ts'
import type { Rules } from '../rules.ts'
import { type Locale, textsFor } from '../locale/index.ts'
import type { Enqueue } from '../queue/job.ts'
import { loadContext, type MessageContext } from '../store/context.ts'
import type { Identity } from '../store/identities.ts'
import type { Store } from '../store/index.ts'
import type { NewOutboxRow } from '../store/outbox.ts'
import { questionLifeMs } from '../store/questions.ts'
import { afterClosing } from './after-closing.ts'
import type { Command, Context } from './command.ts'
import { decide, type Decision } from './decide.ts'
import type { Snapshot } from './grammar.ts'
import { onlyHere } from './only-here.ts'
import { answerRoomEvent } from './room-event.ts'
import { answerUrgent } from './urgent.ts'

/** What handling messages needs. */
export type HandleDeps = {
  connection: Connection
  store: Store
  commands: ReadonlyMap<string, Command>
  enqueue: Enqueue
  pace: AccountPace
  vitals: () => Promise<Vitals>
  snapshot: () => Snapshot
  limits: TextLimits
  org: Context['org']
  zone: string
  rules: Rules
  locale: Locale
  trace: Trace
  /** Hands new outbox rows to their delivery queues; what it cannot hand over, the sweeper does. */
  post: (rows: readonly NewOutboxRow[]) => Promise<void>
}

/**
 * Handles one message from its mailbox: effect, inbox row (the commit point), outbox rows, delivery. May be run again
 * after any crash: what has an inbox row is only delivered; what has not finds its own effects and answers the same.
 */
export async function handle(payload: string, deps: HandleDeps): Promise<void> {
  const { store, trace, limits } = deps
  const message = inboundSchema.parse(JSON.parse(store.seal.open(payload)))
  trace('mailbox', message.key)
  const loaded = await loadContext(deps.connection, {
    message: message.key,
    identity: senderKey(message),
    room: roomKey(message),
    activities: activitiesIn(message),
  })
  if (loaded.handled) {
    const rows = store.inbox.read(loaded.handled as never) as NewOutboxRow[]
    return deliverRows(revive(rows), deps)
  }
  const found = await afterClosing(loaded, message, {
    store,
    rules: deps.rules,
    now: new Date(message.acceptedAt),
  })
  // Between the first step of a merge and the last an identity still names the number that was.
  if (found.person?.mergedInto) found.person = (await store.people.find(found.person._id)) ?? undefined
  const identity = found.identity ?? (await meet(message, deps))
  if (identity.several) await store.identities.used(identity._id, new Date(message.acceptedAt))
  const {
    outcome,
    reply,
    asked,
    told: before,
  } = identity.blocked
    ? ({ outcome: 'blocked' } satisfies Decision)
    : await answer(message, found, identity, deps)
  trace('action', message.key, outcome)
  const told =
    before ??
    (await noticeDrafts(reply?.notices ?? [], {
      ...deps,
      isOn: (platform, account) => deps.pace(platform, account) !== undefined,
    }))
  if (asked?.reply.question && reply) {
    await store.questions.ask({
      _id: identity._id,
      command: asked.command,
      field: asked.reply.question.field,
      args: asked.reply.question.args,
      said: { ...reply, notices: undefined },
      told,
      room: message.room?.id ?? null,
      askedBy: message.key,
      askedAt: new Date(message.acceptedAt),
      expiresAt: new Date(message.acceptedAt + questionLifeMs),
    })
  }
  const at = new Date(message.acceptedAt)
  const texts = textsFor(identity.locale ?? deps.locale)
  const said = reply && (message.answersOnly ? onlyHere(reply, texts) : reply)
  const rows = said ? outboxRows(message.key, draftsOf(message, said, told), at, limits) : []
  const person = found.person?._id
  const first = await store.inbox.add({
    key: message.key,
    at,
    outcome,
    replies: rows,
    outboxDone: rows.length === 0,
    ...(person && { person }),
  })
  // Another run of this message got here first: its words are the ones that count.
  if (!first) return handle(payload, deps)
  if (rows.length > 0) trace('outbox', message.key)
  await deliverRows(rows, deps)
}

async function answer(
  message: InboundMessage,
  found: MessageContext,
  identity: Identity,
  deps: HandleDeps,
): Promise<Decision> {
  const context = contextOf(message, found, identity, deps)
  if (message.kind !== 'text') return answerRoomEvent(message, context)
  if (message.parsed.urgent) return answerUrgent(message, context)
  const question = found.question && deps.store.questions.read(found.question)
  return decide({ message, found, question, commands: deps.commands, context })
}

function contextOf(
  message: InboundMessage,
  found: MessageContext,
  identity: Identity,
  deps: HandleDeps,
): Context {
  const { store } = deps
  const locale = identity.locale ?? deps.locale
  const known = new Map(found.activities.map((activity) => [activity._id, activity]))
  return {
    key: message.key,
    now: new Date(message.acceptedAt),
    zone: deps.zone,
    rules: deps.rules,
    locale,
    texts: textsFor(locale),
    asker: {
      identity: identity._id,
      name: message.sender.name,
      person: found.person,
      grants: found.person?.grants ?? [],
    },
    place: message.room
      ? {
          kind: 'room',
          key: roomKey(message) ?? '',
          name: message.room.name,
          team: found.room?.team,
          answersOnly: message.answersOnly,
        }
      : { kind: 'direct' },
    store,
    activity: async (code) => known.get(code) ?? (await store.activities.find(code)) ?? undefined,
    enqueue: deps.enqueue,
    pace: deps.pace,
    vitals: deps.vitals,
    reading: { now: message.acceptedAt, zone: deps.zone, snapshot: deps.snapshot() },
    org: deps.org,
  }
}

/** Activities the message names, to be read together with everything else. */
function activitiesIn(message: InboundMessage): string[] {
  const codes = message.parsed.actions.flatMap(({ args }) => [
    args.code,
    ...(Array.isArray(args.codes) ? args.codes : []),
  ])
  return [
    ...new Set(codes.filter((code): code is string => typeof code === 'string' && code.startsWith('A'))),
  ]
}

/** Somebody speaks to us for the first time. */
async function meet(message: InboundMessage, { store }: HandleDeps): Promise<Identity> {
  const { platform, account, sender, answersOnly } = message
  const identity: Identity = {
    _id: senderKey(message),
    platform,
    account,
    user: sender.id,
    name: sender.name,
    ...(answersOnly && { silent: true }),
    seenAt: new Date(message.acceptedAt),
  }
  await store.identities.add(identity)
  return identity
}

async function deliverRows(rows: readonly NewOutboxRow[], { store, post }: HandleDeps): Promise<void> {
  if (rows.length === 0) return
  await store.outbox.addAll(rows)
  await post(rows)
}

/** Dates of rows that were kept as JSON. */
export function revive(rows: readonly NewOutboxRow[]): NewOutboxRow[] {
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt), giveUpAt: new Date(row.giveUpAt) }))
}
