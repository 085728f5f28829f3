import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'

/** Something for a mailbox. `once` makes it the only one of its kind for `ttlSeconds`, whoever sends it again. */
export type Letter = { box: string; payload: string; once?: { key: string; ttlSeconds: number } }

/**
 * What became of a letter: a `repeat` is dropped; `first` means that the mailbox was empty and needs a job; `again` is
 * a repeat whose mailbox still holds something, which may have no job: whoever posted it first never heard so.
 */
export type Posted = 'repeat' | 'added' | 'first' | 'again'

const outcomes: readonly Posted[] = ['repeat', 'added', 'first', 'again']

/** Whether the mailbox of a letter that was posted has to be woken; where it has a job already that does no harm. */
export const needsJob = (posted: Posted | undefined): boolean => posted === 'first' || posted === 'again'

const postScript = `
local results = {}
local waiting, now = KEYS[1], ARGV[1]
for i = 2, #KEYS, 2 do
  local a = (i - 2) / 2 * 3 + 1
  local seen, list = KEYS[i], KEYS[i + 1]
  local box, payload, ttl = ARGV[a + 1], ARGV[a + 2], ARGV[a + 3]
  if ttl ~= '0' and not redis.call('SET', seen, '1', 'NX', 'EX', ttl) then
    results[#results + 1] = redis.call('EXISTS', list) == 1 and 3 or 0
  elseif redis.call('RPUSH', list, payload) == 1 then
    redis.call('ZADD', waiting, now, box)
    results[#results + 1] = 2
  else
    results[#results + 1] = 1
  end
end
return results`

const nextScript = `
local waiting, list, hold = KEYS[1], KEYS[2], KEYS[3]
local box, holder, ms, last = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local held = redis.call('GET', hold)
if held and held ~= holder and held ~= last then return false end
if last == holder and held then redis.call('LPOP', list) end
local head = redis.call('LINDEX', list, 0)
if head then
  redis.call('SET', hold, holder, 'PX', ms)
else
  redis.call('DEL', hold)
  redis.call('ZREM', waiting, box)
end
return head`

const holdScript = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end`

type Scripted = Redis & {
  mailboxPost: (keys: number, ...args: (string | number)[]) => Promise<number[]>
  mailboxNext: (keys: number, ...args: (string | number)[]) => Promise<string | null>
  mailboxHold: (keys: number, ...args: (string | number)[]) => Promise<null>
}

/** How long a box stays with whoever empties it, in milliseconds; renewed meanwhile, so that only a death ends it. */
export const holdMs = 6_000

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url')
/** Longest key that stands as it is, in characters: the hash of a shorter one costs more than it saves. */
const longestKey = 80

/**
 * Ordered mailboxes in Redis: a list for each key and a set of those that hold something. All keys share one hash
 * tag, so that a partition lives on one node. A mailbox is emptied by one holder at a time (see drain.ts).
 */
export function createMailboxes(options: { redis: Redis; prefix: string; name: string }) {
  const redis = options.redis as Scripted
  if (!redis.mailboxPost) {
    redis.defineCommand('mailboxPost', { lua: postScript })
    redis.defineCommand('mailboxNext', { lua: nextScript })
    redis.defineCommand('mailboxHold', { lua: holdScript })
  }
  const base = `{${options.prefix}}:${options.name}`
  const waitingKey = `${base}:waiting`
  const listKey = (box: string) => `${base}:box:${box}`
  const holdKey = (box: string) => `${base}:hold:${box}`
  // A hash has no `:` and a message key has, so that neither is taken for the other.
  const seenKey = (key: string) => `${base}:seen:${key.length > longestKey ? hash(key) : key}`
  const triesKey = (payload: string) => `${base}:tries:${hash(payload)}`

  const next = async (box: string, holder: string, last: string) => {
    const args = [waitingKey, listKey(box), holdKey(box), box, holder, holdMs, last]
    return (await redis.mailboxNext(3, ...args)) ?? undefined
  }

  return {
    name: options.name,
    /** Puts letters into their boxes in one atomic call: dedupe, push, note. In order; one answer for each. */
    async post(letters: readonly Letter[]): Promise<Posted[]> {
      const keys: string[] = [waitingKey]
      const args: (string | number)[] = [Date.now()]
      for (const { box, payload, once } of letters) {
        keys.push(once ? seenKey(once.key) : waitingKey, listKey(box))
        args.push(box, payload, once?.ttlSeconds ?? 0)
      }
      const results = await redis.mailboxPost(keys.length, ...keys, ...args)
      return results.map((result) => outcomes[result] ?? 'added')
    },
    /**
     * Gives the letter at the head and holds the box from now on. Nothing when the box is empty or another one has it,
     * unless that was `kept`: the box was kept for whoever comes with this name.
     */
    first: (box: string, holder: string, kept = ''): Promise<string | undefined> => next(box, holder, kept),
    /** Takes out the letter that was dealt with and gives the next one; nothing when `holder` has the box no longer. */
    next: (box: string, holder: string): Promise<string | undefined> => next(box, holder, holder),
    /** Keeps a box for so long from now on; 0 lets it go. Does nothing unless `holder` has it. */
    async hold(box: string, holder: string, ms: number): Promise<void> {
      await redis.mailboxHold(1, holdKey(box), holder, ms)
    },
    /** Counts one more failure of a letter by itself and gives the sum; forgotten after a day. */
    async failed(payload: string): Promise<number> {
      const key = triesKey(payload)
      const [[, count] = []] =
        (await redis
          .multi()
          .incr(key)
          .expire(key, 24 * 3600)
          .exec()) ?? []
      return Number(count ?? 1)
    },
    /** Boxes that have held something since before `before` (milliseconds), longest first. */
    waitingSince: (before: number, limit: number): Promise<string[]> =>
      redis.zrangebyscore(waitingKey, '0', String(before), 'LIMIT', 0, limit),
    /** Looks at a box again later. */
    touch: async (boxes: readonly string[], now: number): Promise<void> => {
      if (boxes.length > 0) await redis.zadd(waitingKey, 'XX', ...boxes.flatMap((box) => [String(now), box]))
    },
    /** How many boxes hold something, and since when the oldest does (milliseconds). */
    async depth(): Promise<{ boxes: number; oldest: number | undefined }> {
      const [boxes, first] = await Promise.all([
        redis.zcard(waitingKey),
        redis.zrange(waitingKey, '0', '0', 'WITHSCORES'),
      ])
      return { boxes, oldest: first[1] === undefined ? undefined : Number(first[1]) }
    },
  }
}

export type Mailboxes = ReturnType<typeof createMailboxes>
