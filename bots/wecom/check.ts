import type { CheckLine } from '../../src/chat/platform.ts'
import { asAppError } from '../../src/errors.ts'
import type { Api } from './api.ts'

/** Asks 企业微信 for a token and about the app: 企业ID, Secret, AgentId and 企业可信IP are right when both work. */
export async function check(api: Api): Promise<CheckLine[]> {
  try {
    await api.fetchNew()
  } catch (error) {
    return [{ ok: false, says: `no access token: ${asAppError(error).message}` }]
  }
  const token = { ok: true, says: 'WECOM_CORP_ID and WECOM_SECRET give an access token' }
  try {
    const { name, close } = await api.call('agent/get', { query: { agentid: api.agentId } })
    const found = { ok: true, says: `the app is ${String(name)}` }
    if (close !== 1) return [token, found]
    return [token, found, { ok: false, says: 'the app is switched off (停用) in the console' }]
  } catch (error) {
    return [token, { ok: false, says: `the app: ${asAppError(error).message}` }]
  }
}
