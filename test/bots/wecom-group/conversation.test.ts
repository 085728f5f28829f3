import { afterAll, beforeAll, expect, test } from 'vitest'
import { standard } from '../../../bots/standard/index.ts'
import { wecomGroup } from '../../../bots/wecom-group/index.ts'
import { type App, startApp } from '../../support/app.ts'
import { postActivity } from '../../support/post-activity.ts'
import { postWebhook } from '../../support/post-webhook.ts'
import { until } from '../../support/until.ts'
import { startWecomGroupServer, type WecomGroupServer } from '../../support/wecom-group-server.ts'

// A social worker calls from another platform; the group robot of the team says it in its group.

const keys = { south: '693a91f6-7aaa-4bc4-97a0-0ec2cccccc01', north: '693a91f6-7aaa-4bc4-97a0-0ec2cccccc02' }

let app: App
let server: WecomGroupServer
let worker: Awaited<ReturnType<App['withRole']>>
beforeAll(async () => {
  server = await startWecomGroupServer({ keys: Object.values(keys), now: () => app.clock.now() })
  app = await startApp({
    platforms: [standard, wecomGroup],
    env: {
      WECOM_GROUP_KEYS: `南园队=${keys.south}，北园队=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${keys.north}`,
      WECOM_GROUP_API_URL: server.url,
    },
  })
  const chen = await app.admin()
  for (const team of ['南园队', '北园队']) await chen.say(`队 新建 ${team}`)
  worker = await app.withRole('socialWorker', '王社工')
})
afterAll(async () => {
  await app.stop()
  await server.stop()
})

const failed = (reason: string) =>
  until(
    () => app.store.outbox.model.findOne({ state: 'failed', reason: new RegExp(reason) }).lean(),
    `a row that failed because ${reason}`,
  )

test('a call to a team goes to its group, and to no other', async () => {
  const code = await postActivity(app.store)
  expect(await worker.say(`召集 ${code} 南园队`)).toContain('1 个群')
  await worker.say('是')
  const message = await server.waitFor(({ text }) => text.includes(code))
  expect(message.key).toBe(keys.south)
  expect(message.text).toContain('探访老人')
  expect(message.text).not.toContain('›')
})

test('after a restart the groups are those of the settings, and a team that was renamed keeps its group', async () => {
  await app.store.rooms.model.updateOne({ team: '南园队' }, { $set: { team: '南园一队' } })
  await app.restart()
  const teams = (await app.store.rooms.allBound()).map(({ team }) => team)
  expect(teams.toSorted()).toEqual(['北园队', '南园一队'].toSorted())
  await app.store.rooms.model.updateOne({ team: '南园一队' }, { $set: { team: '南园队' } })

  Object.assign(app.env, { WECOM_GROUP_KEYS: `南园队=${keys.south}` })
  await app.restart()
  expect((await app.store.rooms.allBound()).map(({ team }) => team)).toEqual(['南园队'])
})

test('when 企业微信 is busy the call comes later, once', async () => {
  const code = await postActivity(app.store)
  server.next({ body: { errcode: -1, errmsg: 'system busy' } })
  await worker.say(`召集 ${code} 南园队`)
  await worker.say('是')
  await server.waitFor(({ text }) => text.includes(code))
  expect(server.messages.filter(({ text }) => text.includes(code))).toHaveLength(1)
})

test('a robot that was taken out of its group is given up', async () => {
  server.remove(keys.south)
  const code = await postActivity(app.store)
  await worker.say(`召集 ${code} 南园队`)
  await worker.say('是')
  const row = await failed('93000')
  expect(row.to).toMatchObject({ kind: 'room' })
  expect(JSON.stringify(row)).not.toContain(keys.south)
})

test('it hears nothing: there is nothing at its address', async () => {
  const told = { query: new URLSearchParams(), headers: {}, body: Buffer.from('{}') }
  expect(await postWebhook(`${app.url}/webhooks/wecom-group`, told)).toMatchObject({ status: 404 })
})
