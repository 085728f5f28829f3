import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'

/** Something for a mailbox. `once` makes it the only one of its kind for `ttlSeconds`, whoever sends it again. */
export type Letter = { box: string; payload: string; once?: { key: string; ttlSeconds: number } }

/**
 * What became of a letter: a `repeat` is dropped; `first` means that the mailbox was empty and needs a job; `again` is
 * a repeat whose mailbox still holds something, which may have no job: whoever posted it first never heard so. `full`
 * was not taken at all: too much waits in its box.
 */
export type Posted = 'repeat' | 'added' | 'first' | 'again' | 'full'

const outcomes: readonly Posted[] = ['repeat', 'added', 'first', 'again', 'full']

/**
 * How much may wait. A box takes no letter that finds `most` in it; once `letters` wait in all, or one has waited for
 * `ageMs`, it takes none that finds `few`: whoever floods waits, and whoever writes now and then is taken all the same.
 */
export type MailLimits = { most: number; few: number; letters: number; ageMs: number }

/** Whether the mailbox of a letter that was posted has to be woken; where it has a job already that does no harm. */
export const needsJob = (posted: Posted | undefined): boolean => posted === 'first' || posted === 'again'

const postScript = `
local results = {}
local waiting, since, count, now, most = KEYS[1], KEYS[2], KEYS[3], ARGV[1], tonumber(ARGV[2])
if most > 0 then
  local oldest = redis.call('ZRANGE', since, 0, 0, 'WITHSCORES')[2]
  local letters = tonumber(redis.call('GET', count) or '0')
  if letters >= tonumber(ARGV[4]) or (oldest and now - oldest >= tonumber(ARGV[5])) then
    most = tonumber(ARGV[3])
  end
end
local added = 0
for i = 4, #KEYS, 2 do
  local a = (i - 4) / 2 * 3 + 5
  local seen, list = KEYS[i], KEYS[i + 1]
  local box, payload, ttl = ARGV[a + 1], ARGV[a + 2], ARGV[a + 3]
  if ttl ~= '0' and not redis.call('SET', seen, '1', 'NX', 'EX', ttl) then
    results[#results + 1] = redis.call('EXISTS', list) == 1 and 3 or 0
  elseif most > 0 and redis.call('LLEN', list) >= most then
    if ttl ~= '0' then redis.call('DEL', seen) end
    results[#results + 1] = 4
  else
    added = added + 1
    if redis.call('RPUSH', list, now .. '|' .. payload) == 1 then
      redis.call('ZADD', waiting, now, box)
      redis.call('ZADD', since, now, box)
      results[#results + 1] = 2
    else
      results[#results + 1] = 1
    end
  end
end
if added > 0 then redis.call('INCRBY', count, added) end
return results`

const nextScript = `
local waiting, list, hold, since, count = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local box, holder, ms, last = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local held = redis.call('GET', hold)
if held and held ~= holder and held ~= last then return false end
if last == holder and held and redis.call('LPOP', list) then redis.call('DECR', count) end
local head = redis.call('LINDEX', list, 0)
if head then
  redis.call('SET', hold, holder, 'PX', ms)
  local at, payload = string.match(head, '^(%d+)|(.*)$')
  if at then redis.call('ZADD', since, 'XX', at, box) end
  return payload or head
end
redis.call('DEL', hold)
redis.call('ZREM', waiting, box)
redis.call('ZREM', since, box)
if redis.call('ZCARD', waiting) == 0 then redis.call('DEL', count) end
return false`

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
  // Since when the letter at the head of each box waits: `waiting` is when somebody last looked after the box.
  const sinceKey = `${base}:since`
  const countKey = `${base}:count`
  const listKey = (box: string) => `${base}:box:${box}`
  const holdKey = (box: string) => `${base}:hold:${box}`
  // A hash has no `:` and a message key has, so that neither is taken for the other.
  const seenKey = (key: string) => `${base}:seen:${key.length > longestKey ? hash(key) : key}`
  const triesKey = (payload: string) => `${base}:tries:${hash(payload)}`

  const next = async (box: string, holder: string, last: string) => {
    const keys = [waitingKey, listKey(box), holdKey(box), sinceKey, countKey]
    return (await redis.mailboxNext(keys.length, ...keys, box, holder, holdMs, last)) ?? undefined
  }

  return {
    name: options.name,
    /**
     * Puts letters into their boxes in one atomic call: dedupe, limits, push, note. In order; one answer for each.
     * Without limits every letter is taken.
     */
    async post(letters: readonly Letter[], limits?: MailLimits): Promise<Posted[]> {
      const keys: string[] = [waitingKey, sinceKey, countKey]
      const { most = 0, few = 0, letters: crowd = 0, ageMs = 0 } = limits ?? {}
      const args: (string | number)[] = [Date.now(), most, few, crowd, ageMs]
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
    /** How many boxes hold something, how many letters in all, and since when the oldest waits (milliseconds). */
    async depth(): Promise<{ boxes: number; letters: number; oldest: number | undefined }> {
      const [boxes, letters, first] = await Promise.all([
        redis.zcard(waitingKey),
        redis.get(countKey),
        redis.zrange(sinceKey, '0', '0', 'WITHSCORES'),
      ])
      return {
        boxes,
        letters: Math.max(0, Number(letters ?? 0)),
        oldest: first[1] === undefined ? undefined : Number(first[1]),
      }
    },
  }
}

export type Mailboxes = ReturnType<typeof createMailboxes>
