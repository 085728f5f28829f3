import type { CheckLine } from '../../src/chat/platform.ts'
import { asAppError } from '../../src/errors.ts'
import type { FeishuApi } from './api.ts'

/** Asks 飞书 for a token and about the bot. The keys of 加密策略 are tried by the console itself, on 保存. */
export async function check(api: FeishuApi): Promise<CheckLine[]> {
  try {
    await api.fetchNew()
  } catch (error) {
    return [{ ok: false, says: asAppError(error).message }]
  }
  const token = { ok: true, says: 'FEISHU_APP_ID and FEISHU_APP_SECRET give an access token' }
  try {
    const { name, isOn } = await api.bot()
    const found = { ok: true, says: `the bot is ${name}` }
    if (isOn) return [token, found]
    return [
      token,
      found,
      { ok: false, says: 'the bot is not on: publish a version of the app (版本管理与发布)' },
    ]
  } catch (error) {
    return [token, { ok: false, says: `the bot (添加应用能力 › 机器人): ${asAppError(error).message}` }]
  }
}
