import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
  await app.admin()
})
afterAll(() => app.stop())

let strangers = 0
/** Somebody who has been asked for their phone and may say 跳过. */
async function asked() {
  const somebody = app.person(`stranger-${++strangers}`)
  expect(await somebody.say('注册 张三')).toContain('手机号')
  return somebody
}

test('a question waits over a restart', async () => {
  const somebody = await asked()
  await app.restart()
  expect(await somebody.say('跳过')).toContain('哪一年出生')
})

test('and is over after ten minutes', async () => {
  const somebody = await asked()
  app.clock.forward(10 * 60_000 - 5_000)
  expect(await somebody.say('跳过')).toContain('哪一年出生')
  app.clock.forward(10 * 60_000 + 1_000)
  expect(await somebody.say('1990')).not.toContain('同意')
})

test.each(['取消', '算了', '不要了'])('%s drops it and touches nothing else', async (drop) => {
  const somebody = await asked()
  expect(await somebody.say(drop)).toBe('好的，不做了。')
  expect(await somebody.say('跳过')).not.toContain('出生')
})

test('another command is done meanwhile, and the question still waits; a sentence that cannot be its answer changes nothing', async () => {
  const somebody = await asked()
  await somebody.send('我不知道呢')
  expect(await somebody.say('跳过')).toContain('哪一年出生')
  expect(await somebody.say('活动')).toContain('活动')
  expect(await somebody.say('1990')).toContain('最后一步')
})

test('in another chat than it was asked in nothing answers it', async () => {
  const somebody = await asked()
  expect((await somebody.says('跳过', { room: 'r-1', mention: true })).here).not.toContain('出生')
  expect(await somebody.say('跳过')).toContain('哪一年出生')
})

test('an answer that arrives twice counts once and is answered once', async () => {
  const somebody = await asked()
  const [first, second] = await Promise.all([
    somebody.says('跳过', { id: 'once-and-again' }),
    somebody.says('跳过', { id: 'once-and-again' }),
  ])
  expect(first.here).toContain('哪一年出生')
  expect(second.here).toBe(first.here)
  expect(somebody.heard().filter((text) => text.includes('哪一年出生'))).toHaveLength(1)
})
