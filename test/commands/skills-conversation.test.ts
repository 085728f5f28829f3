import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { postActivity } from '../support/post-activity.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

test('专长 is noted, shown and changed, and opens what needs it', async () => {
  const zhang = await app.somebody('张三')
  const code = await postActivity(app.store, { skills: ['急救'] })
  expect(await zhang.say('专长')).toContain('还没有记下你的专长')
  expect(await zhang.say(`报名 ${code}`)).toContain('急救')
  expect(await zhang.say('专长 急救、粤语')).toBe('记下了，你的专长：急救、粤语。')
  expect(await zhang.say(`报名 ${code}`)).toContain('报名成功')
  expect(await zhang.say('我的专长')).toContain('你的专长：急救、粤语。')
  expect(await zhang.say('专长 无')).toBe('好的，你的专长清空了。')
})

test('in a group it stays between the two; in English', async () => {
  const amy = await app.somebody('Amy')
  await amy.say('lang en')
  expect(await amy.say('skills first-aid, Cantonese')).toBe('Noted, your skills: first-aid, Cantonese.')
  const shown = await amy.says('skills', { room: 'r-1', mention: true })
  expect(shown.here).not.toContain('first-aid')
  expect(shown.direct).toContain('first-aid')
})
