import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'

let app: App
let wang: Awaited<ReturnType<App['withRole']>>
let zhang: typeof wang
beforeAll(async () => {
  app = await startApp()
  const chen = await app.admin()
  await chen.say('队 新建 南园队')
  wang = await app.withRole('socialWorker', '王社工')
  zhang = await app.withRole('volunteer', '张三')
})
afterAll(() => app.stop())

/** A chat on a platform that this service does not run. */
const elsewhere = (user: string) => ({ platform: 'elsewhere', account: 'default', user, name: user })

test('of several chats the one used last that is on', async () => {
  await app.store.identities.add({
    ...elsewhere('z'),
    _id: 'elsewhere:default:z',
    person: zhang.number,
    several: true,
    seenAt: new Date('2027-01-01T00:00:00Z'),
  })
  expect(await wang.say('广播 南园队 明天带伞')).toMatch(/^发给 南园队：私信 1 人。\n一分钟内发完/)
  await wang.say('是')
  expect(await zhang.hears('【通知】明天带伞')).toContain('——')
})

test('whoever has none that is on is counted as out of reach', async () => {
  const li = await app.withRole('volunteer', '李四')
  await app.store.identities.model.updateOne({ _id: li.identity }, elsewhere('li'))
  expect(await wang.say('广播 南园队 明天带伞')).toMatch(
    /^发给 南园队：私信 1 人。\n不发给：联系不上 1 人。\n/,
  )
})

test('a room that is not on leaves its people to be told directly', async () => {
  await app.store.rooms.bind({
    _id: 'elsewhere:default:r',
    platform: 'elsewhere',
    account: 'default',
    room: 'r',
    name: '南园群',
    team: '南园队',
  })
  expect(await wang.say('广播 南园队 明天带伞')).toMatch(/^发给 南园队：私信 1 人。\n/)
})

test('a child whose guardian has not consented is not called, but hears what all are told', async () => {
  const chen = app.person('chen')
  await app.store.people.model.updateOne({ _id: zhang.number }, { birth: app.store.seal.seal('2014-05-01') })
  await chen.say('发布 探访老人 | 老人服务 | 12月5日9:00-12:00 | 福利院 | 10人 | 南园队')
  const code = /A\d+/.exec(await chen.say('是'))?.[0] ?? ''
  expect(await chen.say(`召集 ${code} 南园队`)).toContain('不发给：没有监护人同意 1 人、联系不上 1 人。')
  expect(await chen.say('广播 南园队 明天带伞')).not.toContain('监护人')
  await app.store.identities.model.updateOne({ _id: chen.identity }, { locale: 'en' })
  expect(await chen.say(`call ${code} 南园队`)).toContain("1 without a guardian's consent")
})
