import { afterAll, beforeAll, expect, test } from 'vitest'
import { standard } from '../../bots/standard/index.ts'
import type { Platform } from '../../src/chat/platform.ts'
import { AppError } from '../../src/errors.ts'
import { type App, startApp } from '../support/app.ts'
import { until } from '../support/until.ts'

/** A platform that takes so many announcements now and the next ones in an hour; answers go out as ever. */
function takesAtOnce(most: number): Platform {
  let taken = 0
  return {
    ...standard,
    start(settings, deps) {
      const running = standard.start(settings, deps)
      return {
        ...running,
        async send(message, signal) {
          if (message.text.startsWith('【通知】') && ++taken > most)
            throw new AppError('slow_down', 'later', { retryAfterMs: 3600_000 })
          return running.send(message, signal)
        },
      }
    },
  }
}

let app: App
beforeAll(async () => {
  app = await startApp({ platforms: [takesAtOnce(2)] })
})
afterAll(() => app.stop())

test('what is not out is stopped at once, and it is said how much was', async () => {
  const chen = await app.admin()
  await chen.say('队 新建 南园队')
  for (const name of ['张三', '李四', '王五', '赵六', '孙七']) await app.withRole('volunteer', name)
  const wang = await app.withRole('socialWorker', '王社工')
  await wang.say('广播 南园队 明天带伞')
  expect(await wang.say('是')).toContain('B1 已开始')
  await until(async () => (await wang.say('广播状态 B1')).includes('已发出 2，'), 'two to be out')

  const leader = await app.withRole('leader', '林队长', '华强队')
  expect(await leader.say('撤回 B1')).toBe('没有找到你能看的广播 B1。说「广播状态」看最近的。')
  expect(await wang.say('撤回')).toBe('撤回哪一个？请带上编号，例如「撤回 B1」。')
  expect(await wang.say('B1')).toMatch(/^B1 已撤回：停下 3 条没发的，撤回前已发出 2 条。$/)
  expect(await wang.say('广播状态 B1')).toContain(
    '共 5 条：已发出 2，失败 0，不明 0，等待 0\n已撤回：3 条没有再发',
  )
  expect(await wang.say('撤回 B1')).toContain('B1 已经停下来了')
  app.clock.forward(3 * 3600_000)
  await chen.say('状态')
  expect(app.receiver.messages.filter(({ data }) => data.text.startsWith('【通知】明天带伞'))).toHaveLength(2)
})

test('in English, and when all is out there is nothing to stop', async () => {
  const li = await app.withRole('socialWorker', '李社工', '华强队')
  await app.person('chen').say('队 新建 华强队')
  await app.person('chen').says('绑定 华强队', { room: 'r-1', roomName: '华强队群', mention: true })
  await app.store.identities.model.updateOne({ _id: li.identity }, { locale: 'en' })
  await li.say('broadcast 华强队 Bring an umbrella')
  expect(await li.say('yes')).toContain('B2 is on its way')
  await app.receiver.waitFor(({ data }) => data.to.kind === 'room' && data.text.startsWith('[NOTICE] Bring'))
  await until(async () => (await li.say('broadcast-status B2')).includes('sent 1,'), 'it to be counted')
  expect(await li.say('withdraw B2')).toBe(
    'B2 is out already (1), there was nothing left to stop. To correct it, send another broadcast.',
  )
})
