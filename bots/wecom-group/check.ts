import type { CheckLine, PlatformDeps } from '../../src/chat/platform.ts'
import { callApi } from '../../src/chat/wire/call-api.ts'
import { asAppError } from '../../src/errors.ts'
import type { GroupRobot } from './keys.ts'
import { addressOf } from './send.ts'

const wrongKey = 93000

/** Sends each robot a message without words, which 企业微信 refuses: for its key when that is wrong, else for the words. */
export function check(api: string, robots: readonly GroupRobot[], deps: PlatformDeps): Promise<CheckLine[]> {
  return Promise.all(
    robots.map(async (robot) => {
      try {
        const json = { msgtype: 'text', text: { content: '' } }
        const { body } = await callApi({ url: addressOf(api, robot), json }, deps)
        return Number(body.errcode) === wrongKey
          ? { ok: false, says: `${robot.team}: the key is not good (errcode ${wrongKey})` }
          : { ok: true, says: `${robot.team}: the key is good` }
      } catch (error) {
        return { ok: false, says: `${robot.team}: ${asAppError(error).message}` }
      }
    }),
  )
}
