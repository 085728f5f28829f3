import type { Delivery } from '../chat/delivery.ts'
import { outboxRows, type TextLimits } from '../chat/outgoing.ts'
import type { Notice } from '../chat/reply.ts'
import { noticeDrafts, type Tell, tellingRows } from '../chat/telling.ts'
import { asAppError } from '../errors.ts'
import type { Locale } from '../locale/index.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store/index.ts'
import type { NewOutboxRow } from '../store/outbox.ts'

/** How the service says something: rows in the outbox first, then their delivery queues. */
export function createSpeaking(options: {
  store: Store
  deliveries: readonly Delivery[]
  limits: TextLimits
  locale: Locale
  now: () => number
  log: Log
}) {
  const { store, deliveries, limits, locale, now, log } = options

  /** Throws AppError `unavailable` when Redis did not take them; the rows stand, and the sweeper finds them too. */
  const post = async (rows: readonly NewOutboxRow[]): Promise<void> => {
    for (const delivery of deliveries) {
      const own = rows.filter(
        ({ platform, account }) => platform === delivery.platform.name && account === delivery.account,
      )
      if (own.length > 0) await delivery.post(own, 'reply')
    }
  }
  const isOn = (platform: string, account: string) =>
    deliveries.some((one) => one.platform.name === platform && one.account === account)
  const say = async (rows: readonly NewOutboxRow[]) => {
    await store.outbox.addAll(rows)
    await post(rows).catch((error: unknown) =>
      log.debug({ reason: asAppError(error).message }, 'left to the sweeper'),
    )
  }

  return {
    post,
    async notify(notices: readonly Notice[], key: string): Promise<void> {
      const drafts = await noticeDrafts(notices, { store, isOn, locale })
      await say(outboxRows(key, drafts, new Date(now()), limits))
    },
    tell: (async (tellings, giveUpAt) => {
      const rows = await tellingRows(tellings, { store, isOn, limits, locale, at: new Date(now()), giveUpAt })
      await say(rows)
      return new Set(rows.flatMap(({ person }) => person ?? []))
    }) satisfies Tell,
  }
}
