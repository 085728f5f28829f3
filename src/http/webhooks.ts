import type { Inbound } from '../chat/inbound.ts'
import { type Received, receivedSchema } from '../chat/message.ts'
import type { Platform, RawRequest, RunningPlatform } from '../chat/platform.ts'
import { AppError, asAppError } from '../errors.ts'
import type { Metrics } from '../metrics.ts'

/** A platform that is on, with what is known about it. */
export type MountedPlatform = { platform: Platform; running: RunningPlatform }

export type WebhookDeps = {
  inbound: Inbound
  now: () => number
  metrics: Metrics
  botNames: readonly string[]
  /** Whether the service is on its way out and takes nothing more. */
  stopping: () => boolean
}

/**
 * The handler of one platform's webhook: bytes, the platform's verification, then the one path of every message.
 * The answer goes out only after every message is stored; one that cannot be fails the whole request, and the
 * platform's redelivery is harmless.
 */
export function webhookHandler({ platform, running }: MountedPlatform, deps: WebhookDeps) {
  const { inbound, metrics } = deps
  const counters = {
    accepted: metrics.received.labels(platform.name, 'accepted'),
    ignored: metrics.received.labels(platform.name, 'ignored'),
    refused: metrics.received.labels(platform.name, 'refused'),
  }
  const origin = {
    platform: platform.name,
    account: running.account,
    trusted: running.authenticatesBody ?? platform.authenticatesBody,
    botNames: deps.botNames,
  }
  return async (request: RawRequest): Promise<{ status: number; body: string | object }> => {
    if (deps.stopping()) throw new AppError('unavailable', 'the service is stopping; please send it again')
    if (!running.receive) throw new AppError('not_found', 'there is nothing at this address')
    const { messages, response, answer } = await running.receive(request)
    const receiving = messages.map((message) => inbound.receive(origin, checked(message)))
    const results = await Promise.all(receiving).catch((error: unknown) => {
      if (asAppError(error).code === 'unavailable') counters.refused.inc()
      throw error
    })
    const result = results.includes('accepted') ? 'accepted' : 'ignored'
    counters[result].inc()
    if (answer) return answer()
    return response ?? { status: 202, body: { status: result } }
  }
}

/** A platform that hands over what the contract does not allow is a malformed message, not a crash. */
function checked(message: Received): Received {
  const result = receivedSchema.safeParse(message)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new AppError('malformed', `${issue?.path.join('.') ?? 'message'}: ${issue?.message ?? 'not valid'}`)
}
