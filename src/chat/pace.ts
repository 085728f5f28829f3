import { AppError } from '../errors.ts'
import { WaitFor } from '../queue/drain.ts'
import type { MailQueue } from '../queue/mail.ts'
import { type Bucket, perSecond, type Tokens } from '../queue/tokens.ts'
import { keyParts } from './message.ts'
import type { Lane } from './delivery.ts'
import type { Rates } from './platform.ts'

/** Longest wait for a token before it is asked for again, in milliseconds. */
const longestMs = 60_000

/** A rest longer than this is sat out in MongoDB, in milliseconds; after a shorter one, rows come back within a part of it. */
export const longRestMs = 30_000
const restJitter = 0.2

/** Bulk rows of an account that are in Redis at once: at most so many, and no more than go out in so many seconds. */
const window = { most: 500, least: 10, seconds: 10 }

/** The pace of one platform account: who may send now, and how much waits in Redis for its turn. */
export function createPace(options: {
  rates: Rates
  tokens: Tokens
  mail: Record<Lane, MailQueue>
  /** Told whenever a row must wait for a token. */
  waited: () => void
}) {
  const { rates, tokens, mail, waited } = options
  const shared: Bucket[] = (rates.account ?? []).map((rate, n) => ({ key: `${n}`, rate, shared: true }))
  const slowest = Math.min(...shared.map(({ rate }) => perSecond(rate)))

  const buckets = (conversation: string): Bucket[] => {
    const inRoom = keyParts(conversation)[2] === 'room'
    const each = [...(rates.conversation ?? []), ...(inRoom ? (rates.room ?? []) : [])]
    return [...shared, ...each.map((rate, n) => ({ key: `${n}:${conversation}`, rate, shared: false }))]
  }

  /** Those who wait for the same bucket come back one after another, and not all for its next token. */
  const spread = async ({ rate, shared: forAll }: Bucket, lane: Lane): Promise<number> => {
    if (!forAll) return 0
    const { boxes } = await mail[lane].mailboxes.depth()
    return (boxes / perSecond(rate)) * 1000
  }

  return {
    /** Bulk rows that may be in Redis at once; all others wait in MongoDB, where they cost nothing. */
    window: Math.min(window.most, Math.max(window.least, Math.ceil(slowest * window.seconds))),
    /**
     * Takes a token of everything a message of this conversation counts for. False while the account rests for long:
     * the row is better off in MongoDB. Throws WaitFor when a token is short, AppError `unavailable` when Redis is away.
     */
    async take(conversation: string, lane: Lane): Promise<boolean> {
      const hurry = lane === 'reply'
      const { wait, rests, scarce } = await tokens
        .take(buckets(conversation), hurry)
        .catch((cause: unknown) => {
          throw new AppError('unavailable', 'the token buckets do not answer', { cause })
        })
      if (wait === 0) return true
      if (rests && wait > longRestMs) return false
      waited()
      const jitter = Math.random() * (scarce ? await spread(scarce, lane) : wait * restJitter)
      throw new WaitFor(Math.ceil(Math.min(wait + jitter, longestMs)))
    },
  }
}

export type Pace = ReturnType<typeof createPace>
