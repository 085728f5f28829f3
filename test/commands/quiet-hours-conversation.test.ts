import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'

let app: App
let wang: Awaited<ReturnType<App['withRole']>>
let zhang: typeof wang
beforeAll(async () => {
  app = await startApp()
  await (await app.admin()).say('队 新建 南园队')
  wang = await app.withRole('socialWorker', '王社工')
  zhang = await app.withRole('volunteer', '张三')
})
afterAll(() => app.stop())

const evening = '2026-11-24T14:00:00Z'

test('what is sent in quiet hours waits until they end', async () => {
  app.clock.set(evening)
  const preview = await wang.say('广播 南园队 明天带伞')
  expect(preview).toContain(
    '21:30-08:00 不打扰大家，等到 11月25日 周三 8:00 才开始发。\n一分钟内发完（11月25日 周三 8:00）。\n内容：',
  )
  await wang.say('是')
  app.clock.forward(3600_000)
  expect(await wang.say('广播状态')).toContain(
    '已发出 0，失败 0，不明 0，等待 1\n21:30-08:00 不打扰大家，等到 11月25日 周三 8:00 才开始发。',
  )
  app.clock.set('2026-11-25T00:02:00Z')
  await zhang.hears('【通知】明天带伞')
})

test('a yes after ten minutes shows it once more', async () => {
  await wang.say('广播 南园队 带水')
  app.clock.forward(11 * 60_000)
  expect(await wang.say('是')).toMatch(/^过了 10 分钟，先再看一遍：\n发给 南园队：私信 1 人。/)
  expect(zhang.heard().filter((text) => text.startsWith('【通知】带水'))).toEqual([])
  expect(await wang.say('是')).toContain('已开始')
  await zhang.hears('【通知】带水')
})

test('a call to what begins before they end goes out in them, and it is said before', async () => {
  await wang.say('发布 清早送粥 | 老人服务 | 11月26日6:00-8:30 | 福利院 | 10人 | 南园队')
  const code = /A\d+/.exec(await wang.say('是'))?.[0] ?? ''
  app.clock.set('2026-11-25T14:00:00Z')
  await app.store.identities.model.updateOne({ _id: wang.identity }, { locale: 'en' })
  expect(await wang.say(`call ${code} 南园队`)).toContain(
    'The activity cannot wait until 08:00, so this goes out in the quiet hours (21:30 to 08:00)',
  )
  await wang.say('yes')
  await zhang.hears('[CALL]')
})
