import { outboundMail } from '../../workers/deliver-message/run.ts'
import { createDelivery, type Delivery, type DeliveryOptions } from '../chat/delivery.ts'
import type { Notice, Reader } from '../chat/reply.ts'
import type { MountedPlatform } from '../http/webhooks.ts'
import type { Metrics } from '../metrics.ts'
import type { Runner } from '../queue/runner.ts'

/** What deliveries share. `notify` tells the admins when an account is paused. */
export type DeliveriesOptions = Pick<
  DeliveryOptions,
  'store' | 'redis' | 'prefix' | 'now' | 'zone' | 'log' | 'trace'
> & {
  runner: Runner
  metrics: Metrics
  notify: (notices: readonly Notice[], key: string) => Promise<void>
}

/** One delivery for each platform account that is on. */
export function createDeliveries(
  mounted: readonly MountedPlatform[],
  { runner, metrics, notify, ...shared }: DeliveriesOptions,
): Delivery[] {
  const { store, now } = shared
  return mounted.map(({ platform, running }) => {
    const { name } = platform
    const { account } = running
    return createDelivery({
      ...shared,
      platform,
      running,
      mail: {
        reply: runner.mail(outboundMail(name, account, 'reply')),
        bulk: runner.mail(outboundMail(name, account, 'bulk')),
      },
      async paused(reason, at) {
        const admins = await store.people.withRole('admin')
        const say = ({ texts }: Reader) => ({ text: texts.common.accountPaused({ platform: name, reason }) })
        await notify(
          admins.map(({ _id }) => ({ person: _id, say })),
          `paused:${name}:${account}:${at.getTime()}`,
        )
      },
      callFailed: (code) => metrics.platformErrors.inc({ platform: name, code }),
      tokenWaited: () => metrics.tokenWaits.inc({ platform: name }),
      settled(state, { lane, createdAt }) {
        metrics.sent.inc({ platform: name, state })
        // A broadcast takes as long as its pace says: only answers have somebody waiting.
        if (state === 'sent' && lane === 'reply')
          metrics.answered.observe({ platform: name }, (now() - createdAt.getTime()) / 1000)
      },
    })
  })
}
