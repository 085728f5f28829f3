import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
  const chen = await app.admin()
  for (const name of ['南园队', '华强队']) await chen.say(`队 新建 ${name}`)
})
afterAll(() => app.stop())

const friday = '2026-11-27T10:00:30Z'
const monday = '2026-11-30T01:00:00Z'

test('goes out at its time, to whoever is in the audience then', async () => {
  const wang = await app.withRole('socialWorker', '王社工')
  const zhang = await app.withRole('volunteer', '张三')
  const li = await app.withRole('volunteer', '李四')
  const preview = await wang.say('广播 南园队 定时 周五18:00 明天带伞')
  expect(preview).toMatch(
    /^11月27日 周五 18:00 才发：到时候再看一次谁在里面，新来的会收到，退订的不会。下面是现在的情况。\n发给 南园队：私信 2 人。\n一分钟内发完（11月27日 周五 18:00）。\n内容：\n【通知】明天带伞\n/,
  )
  expect(preview).toMatch(/回复「是」就定好。$/)
  expect(await wang.say('是')).toBe(
    'B1 定好了：11月27日 周五 18:00 发，现在算是私信 2 人。改主意了说「撤回 B1」。',
  )
  expect(await wang.say('广播状态')).toContain(
    '定时：11月27日 周五 18:00 发，到时候再看一次谁在里面\n共 2 条',
  )

  await li.say('退订')
  const sun = await app.withRole('volunteer', '孙七')
  expect(zhang.heard().filter((text) => text.startsWith('【通知】'))).toEqual([])
  app.clock.set(friday)
  expect(await zhang.hears('【通知】明天带伞')).toContain('——')
  await sun.hears('【通知】明天带伞')
  expect(li.heard().filter((text) => text.startsWith('【通知】'))).toEqual([])
})

test('a time that is over or unclear is asked back, and the rest stays', async () => {
  const wang = app.person('user-1')
  app.clock.set('2026-11-24T02:00:00Z')
  expect(await wang.say('广播 南园队 定时 今天9:00 早点来')).toBe(
    '11月24日 周二 9:00 已经过了。什么时候发？例如「明天9:00」。',
  )
  expect(await wang.say('明天9点')).toContain('11月25日 周三 9:00 才发')
  expect(await wang.say('不')).toBe('好的，没有改动。')
  expect(await wang.say('广播 南园队 定时 周五 早点来')).toContain('什么时候发？说哪天几点')
  expect(await wang.say('周五8:30')).toContain('【通知】早点来')
  expect(await wang.say('广播 南园队 定时 2027年11月27日18:00 早点来')).toContain(
    '太远了，最多定到 90 天以内',
  )
  expect(await wang.say('广播 南园队 定时器坏了，请带手表')).toContain('【通知】定时器坏了，请带手表')
  expect(await wang.say('广播 南园队 周五18:00 定时集合')).toContain('【通知】周五18:00 定时集合')
})

test('can be withdrawn before its time, and does not go out', async () => {
  const wang = app.person('user-1')
  await wang.say('广播 南园队 定时 周五18:00 不发了')
  await wang.say('是')
  expect(await wang.say('撤回 B2')).toContain('B2 已撤回：停下 2 条没发的，撤回前已发出 0 条。')
  app.clock.set(monday)
  await wang.say('广播 南园队 已经过了周五')
  await wang.say('是')
  await app.person('user-2').hears('【通知】已经过了周五')
  expect(app.receiver.messages.filter(({ data }) => data.text.startsWith('【通知】不发了'))).toEqual([])
})

test('whoever lost the role by then sends nothing: they and the admins are told', async () => {
  const lin = await app.withRole('socialWorker', '林社工', '华强队')
  await app.withRole('volunteer', '周八', '华强队')
  await lin.say('广播 华强队 定时 明天9:00 周三见')
  await lin.say('是')
  await app.store.people.model.updateOne({ _id: lin.number }, { grants: [] })
  app.clock.set('2026-12-01T01:00:10Z')
  const told = 'B4（发给 华强队）没有发：定的人现在不再负责这个范围了。'
  expect(await lin.hears('没有发')).toBe(told)
  expect(await app.person('chen').hears('没有发')).toBe(told)
  expect(await app.person('chen').say('广播状态 B4')).toContain('没有发：定的人现在不再负责这个范围了')
})

test('a call says how things are when it goes out; for an activity that is over by then it is not set', async () => {
  const chen = app.person('chen')
  await chen.say('发布 探访老人 | 老人服务 | 12月5日9:00-12:00 | 福利院 | 10人 | 南园队')
  const code = /A\d+/.exec(await chen.say('是'))?.[0] ?? ''
  expect(await chen.say(`召集 ${code} 南园队 定时 12月5日12:00`)).toBe(
    `12月5日 周六 12:00 的时候 ${code} 已经结束了，请定早一点。`,
  )
  expect(await chen.say(`召集 ${code} 南园队 定时 12月3日9:00`)).toMatch(/^12月3日 周四 9:00 才发/)
  expect(await chen.say('是')).toContain('B5 定好了：12月3日 周四 9:00 发')
  await app.person('user-2').say(`报名${code}`)
  app.clock.set('2026-12-03T01:00:10Z')
  expect(await app.person('user-4').hears('【召集】')).toContain('还差 9 人')
})

test('in English', async () => {
  const wang = app.person('user-1')
  await app.store.identities.model.updateOne({ _id: wang.identity }, { locale: 'en' })
  expect(await wang.say('broadcast 南园队 scheduled Friday 18:00 Bring an umbrella')).toMatch(
    /^It goes out on .*18:00, to whoever is in the audience then/,
  )
  expect(await wang.say('yes')).toMatch(/^B6 is set for .*18:00, as of now to 2 people directly\./)
  expect(await wang.say('broadcast 南园队 scheduled meetings are moved')).toContain(
    '[NOTICE] scheduled meetings are moved',
  )
})
