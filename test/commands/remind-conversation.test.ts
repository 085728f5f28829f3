import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { at } from '../support/command-store.ts'
import { postActivity } from '../support/post-activity.ts'

// Asking once more who comes. It is Thursday, 26 November 2026, 8:00; the activity is on Saturday at 9:00.

let app: App
let wang: Awaited<ReturnType<App['withRole']>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-26T08:00:00+08:00' })
  wang = await app.withRole('socialWorker', '王社工')
})
afterAll(() => app.stop())

test('提醒 asks those with a place who have not answered, once a day; the answer is the usual one', async () => {
  const code = await postActivity(app.store, { bring: '水' })
  const [zhang, li] = [await app.somebody('张三'), await app.somebody('李四')]
  expect(await wang.say(`提醒 ${code}`)).toBe(`${code} 报了名的人都答复过了，不用再提醒。`)
  for (const one of [zhang, li]) await one.say(`报名 ${code}`)
  const said = await wang.says(`提醒 ${code}`)
  expect(said.here).toBe(`已提醒 ${code} 还没答复的 2 人。「名单 ${code}」看谁会来。`)
  const words = `提醒：${code} 探访老人 11月28日 周六 9:00-12:00，福利院。\n请带：水\n能来吗？回复：1 到 / 2 不能到。`
  expect(said.others).toEqual([zhang, li].map(({ user }) => ({ to: user, text: words })))
  expect(await zhang.say('1')).toContain('到时见')
  expect(await wang.say(`提醒 ${code}`)).toBe(`${code} 今天提醒过了，一天一次，没有再发。`)

  app.clock.set(at('2026-11-27 08:00').getTime())
  const again = await wang.says(`提醒 ${code}`)
  expect(again.here).toContain('还没答复的 1 人')
  expect(again.others.map(({ to }) => to)).toEqual([li.user])
  expect(await li.say('2')).toContain(`已取消 ${code}`)
})

test('not for another team, not after the start; in English, and each in their own language', async () => {
  const stranger = await app.withRole('socialWorker', '别社工', '华强队')
  const code = await postActivity(app.store, { start: at('2026-11-28 14:00'), end: at('2026-11-28 16:00') })
  const amy = await app.somebody('Amy')
  await amy.say('lang en')
  await amy.say(`signup ${code}`)
  expect(await stranger.say(`提醒 ${code}`)).toContain('南园队')
  await wang.say('lang en')
  const said = await wang.says(`remind ${code}`)
  expect(said.here).toBe(`Reminded 1 person of ${code}. "roster ${code}" shows who comes.`)
  expect(said.others[0]?.text).toContain('Will you come?')
  app.clock.set(at('2026-11-28 14:30').getTime())
  expect(await wang.say(`remind ${code}`)).toBe(`${code} has begun; nobody was reminded.`)
})
