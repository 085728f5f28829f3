import { afterEach, beforeEach, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { at } from '../support/command-store.ts'
import { postActivity } from '../support/post-activity.ts'
import { until } from '../support/until.ts'

// What has waited too long, each working day at nine. It begins on Friday, 6 November 2026, 20:00.

let app: App
beforeEach(async () => {
  app = await startApp({ now: '2026-11-06T20:00:00+08:00' })
})
afterEach(() => app.stop())

const lists = (heard: string[]) => heard.filter((text) => /早上好|Good morning/.test(text))
const listsOf = (day: string) =>
  until(() => app.store.marks.find(`daily-lists:${day}`), `the lists of ${day}`)

test('claims, reports and requests that wait too long are listed once a working day, each to whom it concerns', async () => {
  const admin = await app.admin()
  await admin.say('队 新建 南园队')
  await admin.say('队 新建 华强队')
  const wang = await app.withRole('socialWorker', '王社工')
  const idle = await app.withRole('socialWorker', '闲社工', '华强队')
  await app.withRole('leader', '刘队长')
  const code = await postActivity(app.store, { start: at('2026-11-06 14:00'), end: at('2026-11-06 17:00') })
  const zhang = await app.somebody('张三')
  await app.store.signups.add({
    activity: code,
    person: zhang.number,
    state: 'confirmed',
    step: { key: 'listed', at: at('2026-11-05 09:00'), by: zhang.number },
  })
  await zhang.say(`记时 ${code} 3小时`)
  const join = /Q\d+/.exec(await zhang.say('加入 南园队'))?.[0]
  await wang.says('绑定 南园队', { room: 'r-1', mention: true })
  const report = /F\d+/.exec(
    (await app.person('zhou', '周阿姨').says('反映 灯坏了', { room: 'r-1' })).direct,
  )?.[0]

  app.clock.set(at('2026-11-13 09:00').getTime())
  await listsOf('2026-11-13')
  expect([lists(wang.heard()), lists(admin.heard())]).toEqual([[], []])

  app.clock.set(at('2026-11-16 09:00').getTime())
  expect(await wang.hears('早上好')).toBe(
    `早上好，11月16日 周一有几件事等了很久：\n超过 5 个工作日没答复的反映：${report}\n等了 5 个工作日以上的申请：${join}\n说「待核」可以一件一件看。`,
  )
  await listsOf('2026-11-16')

  await admin.say('lang en')
  app.clock.set(at('2026-11-23 09:01').getTime())
  await wang.hears(`超过 10 个工作日没核实的时长：${code} 1 条`)
  expect(await admin.hears('1 line of hours')).toBe(
    `Good morning. What has waited long, as of 23 Nov Mon: 1 line of hours, 1 report, 1 request. By social worker (those of one team count it each):\n王社工 ${wang.number}: 1 line of hours, 1 report, 1 request`,
  )
  await listsOf('2026-11-23')
  expect(lists(idle.heard())).toEqual([])

  // Somebody else sends them too, or died before it was noted that they went out: nobody hears twice.
  const said = lists(wang.heard()).length
  await app.store.marks.clear('daily-lists:2026-11-23')
  await listsOf('2026-11-23')
  await app.restart()
  app.clock.set(at('2026-11-23 17:00').getTime())
  await wang.say(`核实 ${code} 全部`)
  await wang.say(`答复 ${report} 换好了`)
  await wang.say(`同意 ${join}`)
  expect(lists(wang.heard())).toHaveLength(said)
  app.clock.set(at('2026-11-24 09:00').getTime())
  await listsOf('2026-11-24')
  expect(lists(wang.heard())).toHaveLength(said)
}, 90_000)
