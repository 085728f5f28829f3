import type { CheckLine } from '../../src/chat/platform.ts'
import { asAppError } from '../../src/errors.ts'
import type { OnebotApi } from './api.ts'

/** Asks the gateway who it is logged in as, and whether it still is. The secret is tried by the first event. */
export async function check(api: OnebotApi): Promise<CheckLine[]> {
  const ask = (action: string) => api.act(action, {}, AbortSignal.timeout(10_000))
  try {
    const { user_id: user } = await ask('get_login_info')
    const bot = {
      ok: true,
      says: `ONEBOT_URL and ONEBOT_ACCESS_TOKEN are right: the gateway is QQ ${Number(user)}`,
    }
    const { online } = await ask('get_status')
    return online === false
      ? [bot, { ok: false, says: 'it is not logged in at QQ: look at the gateway' }]
      : [bot]
  } catch (error) {
    return [{ ok: false, says: `ONEBOT_URL or ONEBOT_ACCESS_TOKEN: ${asAppError(error).message}` }]
  }
}
