/**
 * Takes one token of every bucket, or of none. `KEYS[1]` says until when somebody in a hurry waits for the account,
 * `KEYS[2]` until when the account is left alone (see rest.ts); all other keys are buckets, the account's first. Gives the
 * wait in milliseconds (0: taken) and which bucket asks for it, -1 where it is the account's rest.
 * Written by us because no limiter of the registry takes from several buckets in one atomic call.
 *
 * A bucket is `n` tokens at the moment `t`. It refills at `speed` tokens a millisecond, or, where `ends` is not 0, wholly
 * at that moment. `keep` tokens stay for those in a hurry.
 */
export const takeTokensScript = `
local now, hurry, accounts = tonumber(ARGV[1]), ARGV[2] == '1', tonumber(ARGV[3])
local grace = tonumber(ARGV[4])
-- A bucket is kept for longer than it takes to be full: clocks of two processes differ a little.
local spare = 60000
local wait, scarce = 0, 0
for _, till in ipairs(redis.call('HMGET', KEYS[2], 'asked', 'refused')) do
  wait = math.max(wait, (tonumber(till or '0') or 0) - now)
end
if wait > 0 then return { math.ceil(wait), -1 } end
if not hurry then
  local first = tonumber(redis.call('GET', KEYS[1]) or '0')
  if first > now then wait, scarce = first - now, 1 end
end
local left = {}
for i = 3, #KEYS do
  local a = 4 + (i - 3) * 4
  local size, speed = tonumber(ARGV[a + 1]), tonumber(ARGV[a + 2])
  local keep, ends = tonumber(ARGV[a + 3]), tonumber(ARGV[a + 4])
  local held = redis.call('HMGET', KEYS[i], 'n', 't')
  local n, t = tonumber(held[1]), tonumber(held[2])
  if not n then
    n, t = size, now
  elseif ends > 0 then
    if t ~= ends then n = size end
  elseif now > t then
    n, t = math.min(size, n + (now - t) * speed), now
  end
  if ends > 0 then t = ends end
  local needed = hurry and 1 or 1 + keep
  if n < needed then
    local own = ends > 0 and ends - now or math.ceil((needed - n) / speed) + t - now
    if own > wait then wait, scarce = own, i - 2 end
  end
  left[i] = { n - 1, t, (ends > 0 and ends - now or math.ceil(size / speed)) + spare }
end
if wait > 0 then
  if hurry and scarce <= accounts then redis.call('SET', KEYS[1], now + wait + grace, 'PX', wait + grace) end
  return { wait, scarce }
end
for i, one in pairs(left) do
  redis.call('HSET', KEYS[i], 'n', one[1], 't', one[2])
  redis.call('PEXPIRE', KEYS[i], one[3])
end
return { 0, 0 }`
