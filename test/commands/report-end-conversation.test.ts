import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { until } from '../support/until.ts'

// How a report ends: its words go, its number and state stay. It is Tuesday, 24 November 2026, 10:00.

let app: App
let wang: Awaited<ReturnType<App['withRole']>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
  await (await app.admin()).say('队 新建 南园队')
  wang = await app.withRole('socialWorker', '王社工')
})
afterAll(() => app.stop())

const numberIn = (text: string) => /F\d+/.exec(text)?.[0] ?? text
const row = (id: string) => app.store.reports.model.findById(id).lean()

describe('the words of a report', () => {
  test('are forgotten half a year after it was closed; number and state stay', async () => {
    const zhou = app.person('zhou', '周阿姨')
    const member = await app.withRole('volunteer', '郑七')
    const reports = [
      numberIn(await zhou.say('反映 三楼的灯坏了')),
      numberIn(await member.say('反映 器材不够')),
    ]
    const admin = app.person('chen')
    await admin.say(`答复 ${reports[0]} 报修了`)
    await admin.say(`办结 ${reports[0]}`)
    await wang.say(`办结 ${reports[1]}`)
    const open = numberIn(await member.say('反映 还有一件'))
    app.clock.set('2027-05-22T10:00:00+08:00')
    expect(await zhou.say(`反映 ${reports[0]}`)).toContain('三楼的灯坏了')
    app.clock.set('2027-05-24T10:00:00+08:00')
    await until(
      async () => (await app.store.timers.model.countDocuments({ kind: 'forget-report' })) === 0,
      'the end of two reports',
    )
    const [anonymous, named] = [await row(reports[0] ?? ''), await row(reports[1] ?? '')]
    expect(anonymous).toMatchObject({ state: 'closed', by: '' })
    expect(JSON.stringify(anonymous)).not.toMatch(/zhou|text/)
    expect(named).toMatchObject({ state: 'closed', by: member.number, person: member.number })
    expect(named?.steps.map(({ did }) => did)).toEqual(['said', 'closed'])
    expect(JSON.stringify(named)).not.toMatch(/"text"/)
    expect(await zhou.say(`反映 ${reports[0]}`)).toContain('没有找到')
    expect(await member.say(`反映 ${open}`)).toContain('还有一件')
    app.clock.set('2026-11-24T11:00:00+08:00')
  })

  test('go at once with the account, also of what was said before registering; what was open is closed', async () => {
    const stranger = app.person('feng', '冯十')
    const early = numberIn(await stranger.say('反映 社区饭堂周日不开门'))
    const feng = await app.registered('feng', '冯十')
    const late = numberIn(await feng.say('反映 车位不够'))
    await feng.say('注销')
    await feng.say('是')
    expect(await feng.say('确认')).toContain('已经注销')
    for (const id of [early, late]) {
      expect(await row(id)).toMatchObject({ by: feng.number, person: feng.number, state: 'closed' })
      expect(JSON.stringify(await row(id))).not.toMatch(/feng|"text"/)
      expect(await stranger.say(`反映 ${id}`)).toContain('没有找到')
      expect(await app.person('chen').say(`答复 ${id} 好的`)).toContain('已经办结，没有改动')
    }
  })
})

test('a second chat of the same person sees the report and adds to it', async () => {
  const he = await app.registered('he', '何三')
  const report = numberIn(await he.say('反映 电梯停了'))
  const code = /[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(await he.say('关联'))?.[0] ?? ''
  const other = app.person('he-2', '何三')
  expect(await other.say(`关联 ${code}`)).toContain('连好了')
  expect(await other.say(`反映 ${report}`)).toContain('电梯停了')
  expect(await other.say(`反映 ${report} 又停了`)).toContain('已补充')
})
