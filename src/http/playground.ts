import { resolve } from 'node:path'
import type Router from '@koa/router'
import type { LiveState } from '../chat/live-state.ts'
import type { RawRequest } from '../chat/platform.ts'
import type { Config } from '../config.ts'
import type { Channel } from '../queue/channel.ts'
import type { Store } from '../store/index.ts'
import { playgroundRoutes } from './routes/playground.ts'

/** The folder Vite builds the pages into, seen from where the service is started. */
const webRoot = resolve('dist', 'web')

/** The running service's parts that the playground is made of. */
export type PlaygroundParts = {
  /** The playground's webhook handler, the same as every platform's. */
  handler: (request: RawRequest) => Promise<{ status: number; body: string | object }>
  live: Channel
  store: Store
  config: Config
  claim: { code: string }
  /** Who speaks there and in which rooms. */
  cast: Pick<LiveState, 'people' | 'rooms'>
  maxBodyBytes: number
  now: () => number
  stopping: AbortSignal
}

/** Puts the playground's routes on a running service. The claim code is shown until somebody has used it. */
export function playgroundParts(parts: PlaygroundParts): Router {
  const { handler, live, store, config, claim, cast, maxBodyBytes, now, stopping } = parts
  return playgroundRoutes({
    receive: handler,
    subscribe: live.subscribe,
    async state() {
      const claimed = await store.marks.find('first-admin')
      return {
        org: config.orgName,
        ...(!claimed && { claimCode: claim.code }),
        people: cast.people,
        rooms: cast.rooms,
        locale: config.locale,
      }
    },
    now,
    maxBodyBytes,
    webRoot,
    stopping,
  })
}
