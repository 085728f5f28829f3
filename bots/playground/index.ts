import type { Platform } from '../../src/chat/platform.ts'
import { receive } from './receive.ts'
import { send } from './send.ts'
import { settings } from './settings.ts'

/**
 * The page on which a newcomer is everybody at once. It is a platform like the others: what is typed there goes
 * the one path, and answers come back over the outbox.
 */
export const playground: Platform = {
  name: 'playground',
  settings,
  // Nothing signs its requests: they come from the loopback only, where the body cannot be changed on its way.
  authenticatesBody: true,
  // The page shows each id once.
  idempotentSend: true,
  maxBodyBytes: 64 * 1024,
  maxTextBytes: 16 * 1024,
  rates: {},
  start: (_settings, deps) => ({
    account: 'local',
    receive,
    send: (message) => send(message, deps),
  }),
}
