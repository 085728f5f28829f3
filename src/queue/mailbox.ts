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
local waiting = KEYS[1]
for i = 1, #KEYS - 1, 2 do
  local a = (i - 1) / 2 * 4
  local seen, list = KEYS[i + 1], KEYS[i + 2]
  local box, payload, ttl, now = ARGV[a + 1], ARGV[a + 2], ARGV[a + 3], ARGV[a + 4]
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
if ARGV[2] ~= '' and redis.call('LINDEX', KEYS[2], 0) == ARGV[2] then redis.call('LPOP', KEYS[2]) end
local head = redis.call('LINDEX', KEYS[2], 0)
if not head then redis.call('ZREM', KEYS[1], ARGV[1]) end
return head`

type Scripted = Redis & {
  mailboxPost: (keys: number, ...args: (string | number)[]) => Promise<number[]>
  mailboxNext: (keys: number, ...args: string[]) => Promise<string | null>
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url')
const hashLength = 43

/**
 * Ordered mailboxes in Redis: a list for each key and a set of those that hold something. All keys share one hash
 * tag, so that a partition lives on one node. A mailbox is emptied by one drain job at a time (see runner.ts).
 */
export function createMailboxes(options: { redis: Redis; prefix: string; name: string }) {
  const redis = options.redis as Scripted
  if (!redis.mailboxPost) {
    redis.defineCommand('mailboxPost', { lua: postScript })
    redis.defineCommand('mailboxNext', { lua: nextScript })
  }
  const base = `{${options.prefix}}:${options.name}`
  const waitingKey = `${base}:waiting`
  const listKey = (box: string) => `${base}:box:${box}`
  // A hash only where it is the shorter one; it has no `:` and a message key has, so that neither is taken for the other.
  const seenKey = (key: string) => `${base}:seen:${key.length > hashLength ? hash(key) : key}`
  const triesKey = (payload: string) => `${base}:tries:${hash(payload)}`

  return {
    name: options.name,
    /** Puts letters into their boxes in one atomic call: dedupe, push, note. In order; one answer for each. */
    async post(letters: readonly Letter[]): Promise<Posted[]> {
      const keys: string[] = [waitingKey]
      const args: (string | number)[] = []
      const now = Date.now()
      for (const { box, payload, once } of letters) {
        keys.push(once ? seenKey(once.key) : waitingKey, listKey(box))
        args.push(box, payload, once?.ttlSeconds ?? 0, now)
      }
      const results = await redis.mailboxPost(keys.length, ...keys, ...args)
      return results.map((result) => outcomes[result] ?? 'added')
    },
    /**
     * Removes the letter that was dealt with, if it still stands first, and gives the next one. The comparison keeps
     * a worker that lost its lock from removing a letter it has not dealt with.
     */
    async next(box: string, done?: string): Promise<string | undefined> {
      return (await redis.mailboxNext(2, waitingKey, listKey(box), box, done ?? '')) ?? undefined
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
