import type { CheckLine } from '../../src/chat/platform.ts'
import { asAppError } from '../../src/errors.ts'
import type { Api } from './api.ts'

/** An openid that nobody has: what is sent to it says whether we might, and reaches nobody. */
const nobody = 'nobody-has-this-openid'

/** Asks for a token, then whether 客服消息 may be sent. */
export async function check(api: Api, mode: string): Promise<CheckLine[]> {
  try {
    await api.fetchNew()
  } catch (error) {
    return [{ ok: false, says: `no access token: ${asAppError(error).message}` }]
  }
  return [
    { ok: true, says: 'WECHAT_MP_APP_ID and WECHAT_MP_APP_SECRET give an access token' },
    await mayWrite(api),
    mode === 'safe'
      ? { ok: true, says: '安全模式: who writes is proved, also for admins and social workers' }
      : { ok: true, says: '明文模式: admins and social workers are refused here' },
  ]
}

async function mayWrite(api: Api): Promise<CheckLine> {
  const { message } = await api
    .customerMessage(nobody, 'check')
    .then(() => new Error('sent'))
    .catch(asAppError)
  if (message.includes('errcode 40003')) return { ok: true, says: '客服消息 may be sent' }
  return {
    ok: false,
    says: `no 客服消息, so that only answers within 4 s arrive, and no calls or reminders: ${message}`,
  }
}
