import { afterAll, beforeAll, expect, test } from 'vitest'
import { wecomGroup } from '../../../bots/wecom-group/index.ts'
import { platformDeps } from '../../support/platform-deps.ts'
import { startWecomGroupServer, type WecomGroupServer } from '../../support/wecom-group-server.ts'

const [good, wrong] = ['693a91f6-7aaa-4bc4-97a0-0ec2cccccc01', '693a91f6-7aaa-4bc4-97a0-0ec2cccccc02']

let server: WecomGroupServer
beforeAll(async () => {
  server = await startWecomGroupServer({ keys: [good], now: Date.now })
})
afterAll(() => server.stop())

test('says of each key whether it is good, posts nothing and names no key', async () => {
  const lines = await wecomGroup.check?.(
    { WECOM_GROUP_KEYS: `南园队=${good},北园队=${wrong}`, WECOM_GROUP_API_URL: server.url },
    platformDeps({ fetch }),
  )
  expect(lines).toEqual([
    { ok: true, says: '南园队: the key is good' },
    { ok: false, says: '北园队: the key is not good (errcode 93000)' },
  ])
  expect(server.messages).toEqual([])
})
