import type { CheckLine } from '../../src/chat/platform.ts'
import { asAppError } from '../../src/errors.ts'
import type { DingtalkApi } from './api.ts'

/** Nobody has this staff id. */
const nobody = 'liandong-self-check'

/** Asks 钉钉 for a token, and for a message to nobody: the robot and its permission are right when only that is wrong. */
export async function check(api: DingtalkApi): Promise<CheckLine[]> {
  try {
    await api.fetchNew()
  } catch (error) {
    return [{ ok: false, says: asAppError(error).message }]
  }
  const token = { ok: true, says: 'DINGTALK_APP_KEY and DINGTALK_APP_SECRET give an access token' }
  const said = {
    robotCode: api.robotCode,
    msgKey: 'sampleText',
    msgParam: '{"content":"联动"}',
    userIds: [nobody],
  }
  try {
    await api.post('/v1.0/robot/oToMessages/batchSend', said, AbortSignal.timeout(10_000))
  } catch (thrown) {
    const error = asAppError(thrown)
    // That this person is not there is what we wanted to hear.
    if (error.code !== 'refused')
      return [token, { ok: false, says: `the robot (DINGTALK_ROBOT_CODE, 权限管理): ${error.message}` }]
  }
  return [token, { ok: true, says: 'DINGTALK_ROBOT_CODE is a robot of this app, and it may send messages' }]
}
