import { AppError } from '../../src/errors.ts'
import type { Platform } from '../../src/chat/platform.ts'
import { receive } from './receive.ts'
import { send } from './send.ts'
import { standardSettings } from './settings.ts'
import { readSecrets, verify } from './signature.ts'

/** The generic gateway: Standard Webhooks in both directions, for whatever speaks HTTP. */
export const standard: Platform = {
  name: 'standard',
  settings: standardSettings,
  authenticatesBody: true,
  idempotentSend: true,
  maxBodyBytes: 64 * 1024,
  maxTextBytes: 20_000,
  rates: {},
  start(settings, deps) {
    const keys = readSecrets(settings.STANDARD_WEBHOOK_SECRET ?? '')
    const [key] = keys
    const url = settings.STANDARD_WEBHOOK_URL
    if (!key || !url) throw new AppError('config', 'the generic gateway needs its secret and its URL')
    return {
      account: 'default',
      receive(request) {
        verify(keys, request)
        return receive(request.body, String(request.headers['webhook-id']))
      },
      send: (message, signal) => send({ url, key }, message, { ...deps, signal }),
    }
  },
}
