import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'

let app: App
let chen: Awaited<ReturnType<App['admin']>>
let zhang: Awaited<ReturnType<App['withRole']>>
let li: typeof zhang
const codes: string[] = []
beforeAll(async () => {
  app = await startApp()
  chen = await app.admin()
  await chen.say('队 新建 南园队')
  zhang = await app.withRole('volunteer', '张三')
  li = await app.withRole('volunteer', '李四')
  for (const what of ['探访老人 | 老人服务 | 周六9:00-12:00', '陪同看病 | 老人服务 | 周日9:00-12:00']) {
    await chen.say(`发布 ${what} | 福利院 | 10人 | 南园队`)
    codes.push(/A\d+/.exec(await chen.say('是'))?.[0] ?? '')
  }
})
afterAll(() => app.stop())

async function call(code: string | undefined) {
  await chen.say(`召集 ${code} 南园队`)
  await chen.say('是')
}

test('1 signs up and 2 says no to the latest call, without its code', async () => {
  const [first, second] = codes
  await call(first)
  expect(await zhang.hears(`【召集】${first}`)).toContain('私信里回 1 也行，来不了回 2')
  await li.hears(`【召集】${first}`)
  expect(await li.say('2')).toBe(`好的，${first} 这次不来，记下了。改主意了回复 1。`)

  await call(second)
  await zhang.hears(`【召集】${second}`)
  expect(await zhang.say('1')).toMatch(new RegExp(`^报名成功.*${second}`))
  expect(await zhang.say('2')).toBe(`你已经报了 ${second}，来不了说「取消 ${second}」。`)
  expect(await zhang.say(`1 ${first}`)).toMatch(new RegExp(`^报名成功.*${first}`))
})

test('who said no may change their mind', async () => {
  const [first] = codes
  await li.hears('陪同看病')
  expect(await li.say(`来 ${first}`)).toMatch(new RegExp(`^报名成功.*${first}`))
})

test('in a group a bare 1 is nobody’s answer, and to who was not called it is none', async () => {
  const sun = await app.somebody('孙七')
  const { status, here } = await sun.says('1', { room: 'r-9' })
  expect([status, here]).toEqual([202, ''])
  expect(await sun.say('1')).not.toContain('报名成功')
})

test('beside a reminder that waits, it is asked which is meant', async () => {
  const wang = await app.withRole('volunteer', '王五')
  await wang.say(`报名${codes[0]}`)
  app.clock.set('2026-11-27T01:00:10Z')
  await wang.hears('提醒：')
  await call(codes[1])
  await wang.hears(`【召集】${codes[1]}`)
  expect(await wang.say('2')).toMatch(/^有几件事在等你答复/)
  expect(await wang.say(`2 ${codes[1]}`)).toContain(`${codes[1]} 这次不来`)
})
