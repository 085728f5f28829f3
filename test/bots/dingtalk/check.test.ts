import { afterAll, beforeAll, expect, test } from 'vitest'
import { dingtalk } from '../../../bots/dingtalk/index.ts'
import { type DingtalkServer, startDingtalkServer } from '../../support/dingtalk-server.ts'
import { platformDeps } from '../../support/platform-deps.ts'

const app = { appKey: 'dingapp', secret: 'the secret of the app', robotCode: 'dingrobot' }
let server: DingtalkServer
beforeAll(async () => {
  server = await startDingtalkServer(app)
})
afterAll(() => server.stop())

const check = (settings: Record<string, string> = {}) =>
  dingtalk.check?.(
    {
      DINGTALK_APP_KEY: app.appKey,
      DINGTALK_APP_SECRET: app.secret,
      DINGTALK_ROBOT_CODE: app.robotCode,
      DINGTALK_API_URL: server.url,
      ...settings,
    },
    platformDeps({ fetch }),
  )

test('what is right is said, and nobody is sent anything', async () => {
  expect((await check())?.map(({ ok }) => ok)).toEqual([true, true])
  expect(server.messages).toEqual([])
})

test.each([
  [
    'another Client Secret',
    { DINGTALK_APP_SECRET: 'another secret of ours' },
    /DINGTALK_APP_KEY.*invalidClientIdOrSecret/,
  ],
  ['another RobotCode', { DINGTALK_ROBOT_CODE: 'dingother' }, /DINGTALK_ROBOT_CODE.*resource\.not\.found/],
  [
    'an address where nobody is',
    { DINGTALK_API_URL: 'http://127.0.0.1:9' },
    /127\.0\.0\.1:9 does not answer/,
  ],
])('%s is told', async (_what, settings, says) => {
  expect((await check(settings))?.at(-1)).toEqual({ ok: false, says: expect.stringMatching(says) })
})
