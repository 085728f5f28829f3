import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'
import { until } from '../support/until.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

/** An admin, a team with a bound room, and one of its volunteers who came without the room. */
async function district() {
  const chen = await app.admin()
  const zhang = await app.registered('zhang', '张三')
  for (const name of ['南园队', '华强队']) await chen.say(`队 新建 ${name}`)
  await chen.says('绑定 南园队', { room: 'r-1', roomName: '南园队群', mention: true })
  await chen.say(`授权 ${zhang.number} 义工 华强队`)
  await chen.say('是')
  return { chen, zhang }
}

const inRoom = (text: string) =>
  app.receiver.waitFor(({ data }) => data.to.kind === 'room' && data.text.includes(text))

test('from the call to the sign-up, and a notice that does not reach who opted out', async () => {
  const { chen, zhang } = await district()
  await chen.say('发布 探访老人 | 老人服务 | 周六9:00-12:00 | 福利院 | 10人 | 南园队')
  const posted = await chen.say('是')
  const code = /A\d+/.exec(posted)?.[0] ?? posted

  const preview = await chen.say(`召集 ${code} 南园队、华强队`)
  expect(preview).toMatch(/^发给 南园队、华强队：1 个群、私信 1 人。\n一分钟内发完（.*）。\n内容：\n【召集】/)
  expect(preview).toContain('11月28日 周六 9:00-12:00')
  expect(await chen.say('好的')).not.toContain('已开始')
  expect(app.receiver.messages.filter(({ data }) => data.text.startsWith('【召集】'))).toEqual([])

  await chen.say(`召集 ${code} 南园队、华强队`)
  expect(await chen.say('是')).toBe('B1 已开始：1 个群、私信 1 人。可说「广播状态 B1」。')
  const called = await inRoom('【召集】')
  expect(called.data).toMatchObject({ to: { kind: 'room', id: 'r-1' }, quick_replies: [`报名${code}`] })
  expect(called.data.text).not.toMatch(/张三|陈主任/)
  expect(await zhang.hears('【召集】')).toBe(called.data.text)
  await until(async () => (await chen.say('广播状态')).includes('已发出 2，'), 'both to be counted as sent')

  expect(await zhang.say(`报名${code}`)).toContain('报名成功')
  expect(await chen.say(`召集 ${code} 华强队`)).toContain('没有能发到的群或人')

  await zhang.say('退订')
  expect(await chen.say('广播 南园队、华强队 明天下雨，请带伞')).toMatch(
    /^发给 南园队、华强队：1 个群。\n不发给：已退订 1 人。\n一分钟内发完（.*）。\n内容：\n【通知】明天下雨，请带伞\n/,
  )
  await chen.say('确认')
  await inRoom('【通知】明天下雨，请带伞')
  expect(zhang.heard().filter((text) => text.includes('明天下雨，请带伞'))).toEqual([])
})

test('a volunteer can do neither', async () => {
  const wang = await app.registered('wang', '王五')
  expect(await wang.say('召集 A1 全部')).toBe('这件事由队长或社工来做，请联系他们。')
  expect(await wang.say('广播 全部 大家好')).toBe('这件事由社工来做，请联系他们。')
  expect(await wang.say('广播状态 B1')).toBe('这件事由队长或社工来做，请联系他们。')
})

test('somebody the asker may not speak to is asked again, the words stay', async () => {
  const chen = app.person('chen')
  const lin = await app.registered('lin', '林社工')
  await chen.say(`授权 ${lin.number} 社工 南园队`)
  await chen.say('是')
  expect(await lin.say('广播 全部 周六见')).toBe('发给全部要由负责全部的社工来做，请联系他们。')
  const preview = await lin.say('南园队')
  expect(preview).toContain('发给 南园队：')
  expect(preview).toContain('【通知】周六见')
  expect(await lin.say('不')).toBe('好的，没有改动。')
})
