import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'
import { until } from '../support/until.ts'

let app: App
let chen: Awaited<ReturnType<App['admin']>>
let zhang: Awaited<ReturnType<App['withRole']>>
let li: typeof zhang
let wang: typeof zhang
beforeAll(async () => {
  app = await startApp({ env: { ORG_RULES: '{"callsAWeek":3}' } })
  chen = await app.admin()
  await chen.say('队 新建 南园队')
  zhang = await app.withRole('volunteer', '张三')
  li = await app.withRole('volunteer', '李四')
  wang = await app.withRole('volunteer', '王五')
})
afterAll(() => app.stop())

async function post(what: string) {
  await chen.say(`发布 ${what} | 福利院 | 10人 | 南园队`)
  return /A\d+/.exec(await chen.say('是'))?.[0] ?? ''
}

const broadcasts = () => app.store.broadcasts.model.countDocuments()
async function called(said: string) {
  const preview = await chen.say(said)
  await chen.say('是')
  const code = `B${await broadcasts()}`
  await until(async () => (await chen.say(`广播状态 ${code}`)).includes('等待 0'), `${code} to be out`)
  return preview
}

test('whoever promised another activity at that time is left out, and said so', async () => {
  const first = await post('探访老人 | 老人服务 | 周六9:00-12:00')
  const second = await post('陪同看病 | 老人服务 | 周六10:00-11:00')
  await zhang.say(`报名${first}`)
  const preview = await called(`召集 ${second} 南园队`)
  expect(preview).toMatch(/^发给 南园队：私信 2 人。\n不发给：那时来不了 1 人。\n/)
  await li.say('2')

  expect(await chen.say(`再召集 ${second}`)).toMatch(/^发给 没回复上次召集的人：私信 1 人。\n/)
  expect(await chen.say(`召集 ${second} 未回复`)).toMatch(/^发给 没回复上次召集的人：私信 1 人。\n/)
  await wang.say('1')
  expect(await chen.say(`再召集 ${second}`)).toContain('没回复上次召集的人 现在没有能发到的群或人')
})

test('the people of an activity hear an announcement, or are left out of one', async () => {
  expect(await chen.say('广播 A1 带水')).toMatch(/^发给 A1 报了名的人：私信 1 人。\n.*\n内容：\n【通知】带水/)
  expect(await chen.say('广播 南园队 除 A1、A2 还差人')).toMatch(
    /^发给 南园队（除 A1 报了名的人、A2 报了名的人）：私信 1 人。/,
  )
  expect(await chen.say('广播 A1缺席 下次要来')).toContain('A1 缺席的人 现在没有能发到的群或人')
  expect(await chen.say('广播 A99 带水')).toContain('A99')
  expect(await chen.say('广播 南园队 除夕快乐')).toContain('【通知】除夕快乐')
})

test('who is known to be too young is not called to what is dangerous', async () => {
  await app.store.people.model.updateOne({ _id: li.number }, { birth: app.store.seal.seal('2012-05-01') })
  const code = await post('清障 | 老人服务 | 12月5日9:00-12:00')
  await app.store.activities.model.updateOne({ _id: code }, { dangerous: true })
  expect(await called(`召集 ${code} 南园队`)).toMatch(/^发给 南园队：私信 2 人。\n不发给：年龄不到 1 人。\n/)
})

test('five calls a week are enough for one person, or as many as the rule says', async () => {
  const code = await post('读报 | 老人服务 | 12月6日9:00-12:00')
  await called(`召集 ${code} 南园队`)
  const last = await post('理发 | 老人服务 | 12月7日9:00-12:00')
  await app.store.identities.model.updateOne({ _id: chen.identity }, { locale: 'en' })
  // 王五 got three calls, the others two.
  expect(await chen.say(`call ${last} 南园队`)).toMatch(
    /^To 南园队: 2 people directly\.\nLeft out: 1 with enough calls in seven days\.\n/,
  )
  expect(await chen.say('broadcast 南园队 Hello')).toMatch(/^To 南园队: 3 people directly\.\n/)
  await app.store.identities.model.updateOne({ _id: chen.identity }, { locale: 'zh-CN' })
  app.clock.forward(8 * 24 * 3600_000)
  expect(await chen.say(`召集 ${last} 南园队`)).toMatch(/^发给 南园队：私信 3 人。\n/)
})

test('a room is meant by its name, and only by who may speak there', async () => {
  await chen.say('队 新建 华强队')
  await chen.says('绑定 华强队', { room: 'r-1', roomName: '华强热心群', mention: true })
  await until(
    async () => (await chen.say('广播 华强热心群 周末见')).startsWith('发给 华强热心群：1 个群。'),
    'the name to be known',
  )
  const lin = await app.withRole('socialWorker', '林社工')
  expect(await lin.say('广播 华强热心群 周末见')).toContain('发给华强热心群要由它的社工来做')
})
