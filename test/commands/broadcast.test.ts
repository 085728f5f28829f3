import { afterEach, beforeEach, expect, test } from 'vitest'
import { runBroadcast } from '../../src/commands/broadcast/run.ts'
import { type AudienceDesk, inTeam, now, openAudienceDesk } from '../support/audience-desk.ts'

let desk: AudienceDesk
beforeEach(async () => {
  desk = await openAudienceDesk()
})
afterEach(() => desk.close())

test('takes a social worker of every team in it', async () => {
  await desk.team('南园队')
  await desk.room('r-1', '南园队')
  const li = await desk.person('李队长', [inTeam('南园队', 'leader')])
  const args = { audience: '南园队', text: '明天带伞' }
  expect((await desk.run(runBroadcast, args, { by: li, now })).text).toBe(
    '发给南园队要由它的社工来做，请联系他们。',
  )
  const wang = await desk.person('王社工', [inTeam('南园队', 'socialWorker')])
  expect((await desk.run(runBroadcast, args, { by: wang, now })).text).toBe(
    '发给 南园队：1 个群。\n队里有群的 1 人在群里看，不另私信。\n一分钟内发完（11月24日 周二 10:00）。\n内容：\n【通知】明天带伞\n——测试（不想再收到回复「退订」）\n回复「是」就发出去。',
  )
  const { text } = await desk.run(runBroadcast, { ...args, confirm: true }, { by: wang, now })
  expect(text).toBe('B1 已开始：1 个群。可说「广播状态 B1」。')
})

test('asks to whom and what, and wants it short', async () => {
  await desk.team('南园队')
  await desk.room('r-1', '南园队')
  const wang = await desk.person('王社工', [inTeam('南园队', 'socialWorker')])
  const say = (args: { audience?: string; text?: string }) => desk.run(runBroadcast, args, { by: wang, now })
  expect(await say({})).toMatchObject({
    text: '发给谁？说队名、站名或「全部」，例如：南园队',
    quickReplies: ['南园队'],
  })
  expect(await say({ audience: '南园队' })).toMatchObject({
    text: '要说什么？',
    question: { field: 'text' },
  })
  expect(await say({ audience: '南园队', text: '啊'.repeat(501) })).toMatchObject({
    text: '这段话有 501 个字，广播最多 500 个字。请说短一点，再发一次内容。',
    question: { field: 'text', args: { audience: '南园队' } },
  })
  expect((await say({ audience: '南园队', text: '啊'.repeat(500) })).question?.field).toBe('confirm')
})
