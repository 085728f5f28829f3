import { loadConfig } from '../src/config.ts'
import type { CheckLine, Platform, PlatformDeps } from '../src/chat/platform.ts'
import type { FreshToken } from '../src/chat/wire/access-tokens.ts'
import type { Shared } from '../src/chat/wire/shared.ts'
import { asAppError } from '../src/errors.ts'

export type CheckOptions = {
  env: Record<string, string | undefined>
  platforms: readonly Platform[]
  fetch: PlatformDeps['fetch']
  now: () => number
}

/** Where the servers are is not asked: what is checked are the platforms. */
const noServers = { MONGODB_URI: 'mongodb://127.0.0.1/', REDIS_URL: 'redis://127.0.0.1/' }

/**
 * What each platform that is on says of its settings, as lines to print, and whether all of it is right. Asks the
 * platforms themselves and nobody else. Throws AppError `config` for settings that are half there.
 */
export async function checkPlatforms({
  env,
  platforms,
  fetch,
  now,
}: CheckOptions): Promise<{ ok: boolean; lines: string[] }> {
  const config = loadConfig({ ...noServers, ...env }, platforms)
  const deps: PlatformDeps = { fetch, now, publish: async () => undefined, shared: sharedHere() }
  const on = platforms.filter(({ name, check }) => check && config.platforms[name])
  if (on.length === 0) return { ok: true, lines: ['no platform is on that can be checked'] }
  const checked = await Promise.all(
    on.map(async (platform) => {
      const settings = config.platforms[platform.name] ?? {}
      const found = await linesOf(platform, settings, deps)
      const { receive } = platform.start(settings, deps)
      const address = `     webhook address: ${config.publicUrl}/webhooks/${platform.name}`
      return {
        ok: found.every(({ ok }) => ok),
        lines: [
          platform.name,
          ...found.map(({ ok, says }) => `${ok ? 'ok  ' : 'NOT '} ${says}`),
          ...(receive ? [address] : []),
        ],
      }
    }),
  )
  return { ok: checked.every(({ ok }) => ok), lines: checked.flatMap(({ lines }) => lines) }
}

async function linesOf(
  { check }: Platform,
  settings: Record<string, string>,
  deps: PlatformDeps,
): Promise<CheckLine[]> {
  try {
    return (await check?.(settings, deps)) ?? []
  } catch (error) {
    return [{ ok: false, says: asAppError(error).safeMessage }]
  }
}

/** What processes share, for one that is alone: tokens are fetched for this check and forgotten. */
function sharedHere(): Shared {
  const tokens = new Map<string, Promise<FreshToken>>()
  return {
    tokens: {
      async get(name, fetchNew) {
        const fetched = tokens.get(name) ?? fetchNew()
        tokens.set(name, fetched)
        return (await fetched).token
      },
      refused: async (name) => void tokens.delete(name),
    },
    passive: { offer: async () => false, take: async () => undefined },
    once: async () => true,
    first: async (_key, value) => value,
  }
}
