import { afterAll, beforeAll, expect, test } from 'vitest'
import { postActivity } from '../support/post-activity.ts'
import { startApp, type App } from '../support/app.ts'

// Whoever is told something reads it in their own language, whatever language it was set off in.

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

test('a word in Chinese reaches an English reader in English, and the other way round', async () => {
  const wang = await app.registered('wang', '王社工')
  const amy = await app.registered('amy', 'Amy')
  await amy.say('lang en')
  const admin = await app.admin()
  await admin.say('队 新建 南园队')
  await admin.say('授权 王社工 社工 南园队')
  await admin.say('是')
  expect(await amy.say('help')).not.toMatch(/帮助/)
  await admin.say('授权 Amy 队长 南园队')
  await admin.say('是')
  expect(await amy.hears('made you')).toMatch(/made you leader \(南园队\)/)

  const code = await postActivity(app.store, { responsible: wang.number })
  const done = await wang.says(`报名 ${code} Amy`)
  expect(done.here).toContain('Amy')
  expect(done.others).toEqual([
    { to: 'amy', text: expect.stringMatching(/王社工 did this for you\. .*28 Nov/s) },
  ])

  const back = await amy.says(`cancel ${code}`)
  expect(back.here).toContain('Cancelled')
  expect(back.others).toEqual([{ to: 'wang', text: expect.stringMatching(/Amy.*11月28日 周六/s) }])
})
