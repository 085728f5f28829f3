import { afterEach, beforeEach, expect, test } from 'vitest'
import { runBroadcastStatus } from '../../src/commands/broadcast-status/run.ts'
import { runPlanBroadcast } from '../../workers/plan-broadcast/run.ts'
import { type AudienceDesk, everything, inTeam, openAudienceDesk } from '../support/audience-desk.ts'
import { defaultRules } from '../../src/rules.ts'
import { at } from '../support/command-store.ts'

let desk: AudienceDesk
beforeEach(async () => {
  desk = await openAudienceDesk()
})
afterEach(() => desk.close())

const status = async (by: string, code?: string) =>
  (await desk.run(runBroadcastStatus, { code }, { by, now: at('2026-11-24 10:05') })).text

async function sent() {
  await desk.team('南园队')
  await desk.room('r-1', '南园队')
  await desk.team('华强队')
  for (const name of ['张三', '李四', '王五', '赵六']) await desk.somebody(name, [inTeam('华强队')])
  const all = await desk.person('陈主任', [everything])
  await desk.call(await desk.activity(), '南园队,华强队', all)
  return all
}

test('counts what was sent, failed and why, is unknown, and waits', async () => {
  const all = await sent()
  const head = 'B1 召集 A1，发给 南园队、华强队，11月24日 周二 10:00\n'
  expect(await status(all)).toBe(`${head}共 5 条：已发出 0，失败 0，不明 0，等待 5`)

  await runPlanBroadcast(
    { code: 'B1' },
    {
      store: desk.store,
      feed: async () => undefined,
      now: Date.now,
      rules: defaultRules,
      zone: 'Asia/Shanghai',
    },
  )
  expect(await status(all)).toBe(
    `${head}共 5 条：已发出 0，失败 0，不明 0，等待 5\n大约 11月24日 周二 10:05 前发完`,
  )

  const { model } = desk.store.outbox
  await model.updateOne({ _id: 'B1#0' }, { state: 'sent' })
  await model.updateOne({ _id: 'B1#1' }, { state: 'failed', reason: 'opted out' })
  await model.updateOne({ _id: 'B1#2' }, { state: 'failed', reason: 'no such user u-3' })
  await model.updateOne({ _id: 'B1#3' }, { state: 'unknown' })
  expect(await status(all, 'B1')).toBe(
    `${head}共 5 条：已发出 1，失败 2，不明 1，等待 1\n大约 11月24日 周二 10:05 前发完\n失败的原因：已退订 1 人、对方平台没有收 1 条`,
  )
})

test('is for its sender and for whoever leads all it reached; for others it is not there', async () => {
  await sent()
  const li = await desk.person('李队长', [inTeam('南园队', 'leader')])
  const both = await desk.person('王社工', [inTeam('南园队', 'leader'), inTeam('华强队', 'leader')])
  expect(await status(li, 'B1')).toBe('没有找到你能看的广播 B1。说「广播状态」看最近的。')
  expect(await status(li, 'B9')).toBe('没有找到你能看的广播 B9。说「广播状态」看最近的。')
  expect(await status(li)).toBe('你还没有发过召集或广播。')
  expect(await status(both, 'B1')).toContain('共 5 条')
})
