import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { postActivity } from '../support/post-activity.ts'

// A need or complaint, from anybody: to the social worker in charge, and back. It is Tuesday, 24 November 2026, 10:00.

let app: App
let wang: Awaited<ReturnType<App['withRole']>>
let li: Awaited<ReturnType<App['withRole']>>
let admin: Awaited<ReturnType<App['admin']>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
  admin = await app.admin()
  for (const team of ['南园队', '华强队']) await admin.say(`队 新建 ${team}`)
  wang = await app.withRole('socialWorker', '王社工')
  li = await app.withRole('socialWorker', '李社工', '华强队')
  await wang.says('绑定 南园队', { room: 'r-1', roomName: '南园队群', mention: true })
})
afterAll(() => app.stop())

const numberIn = (text: string) => /F\d+/.exec(text)?.[0] ?? text

describe('反映', () => {
  test('in a group it goes to the social worker of its team, and nothing of it is said there', async () => {
    const zhou = app.person('zhou', '周阿姨')
    const said = await zhou.says('反映 三楼的灯坏了,晚上看不见', { room: 'r-1' })
    expect(said.here).toBe('收到，已转给负责的社工，后面的事私信说。')
    const report = numberIn(said.direct)
    expect(said.direct).toBe(
      `收到，已转给王社工，编号 ${report}。有答复我马上告诉你；想补充就说「反映 ${report} 要补充的话」。`,
    )
    expect(said.others).toEqual([
      {
        to: wang.user,
        text: `${report} 周阿姨（南园队）反映：三楼的灯坏了，晚上看不见\n可以说「答复 ${report} 内容」「转 ${report} 姓名」「办结 ${report}」。`,
      },
    ])

    const answered = await wang.says(`答复 ${report} 已经报修了,后天来换`)
    expect(answered.here).toBe(`已答复 ${report}，转给了反映的人。办完了就说「办结 ${report}」。`)
    expect(answered.others).toEqual([
      {
        to: 'zhou',
        text: `你反映的 ${report} 有答复了（王社工）：已经报修了，后天来换\n还有话就说「反映 ${report} 要补充的话」。`,
      },
    ])
    const more = await zhou.says(`反映 ${report} 没有人来`)
    expect(more.here).toBe(`已补充到 ${report}，也告诉了负责的社工。`)
    expect(more.others[0]).toEqual({
      to: wang.user,
      text: expect.stringContaining(`${report} 周阿姨（南园队）补充：没有人来\n`),
    })
    expect(await wang.say('反映')).toBe(
      `等你答复的反映：1 件\n${report} 11月24日 周二 周阿姨：三楼的灯坏了，晚上看不见\n可以说「反映 ${report}」看全文，或「答复 ${report} 内容」。`,
    )

    const closed = await wang.says(`办结 ${report}`)
    expect(closed.here).toBe(`${report} 已办结，已告诉反映的人。`)
    expect(closed.others).toEqual([
      { to: 'zhou', text: `你反映的 ${report} 已经办结。还没解决，就再说一次「反映 …」。谢谢你告诉我们。` },
    ])
    expect(await wang.say(`答复 ${report} 再看看`)).toContain('已经办结，没有改动')
    expect(await zhou.say(`反映 ${report} 还是没来`)).toContain('已经办结，没有改动')
    expect(await zhou.say(report)).toMatch(
      /^F\d+（已办结）\n11月24日 周二 10:0\d 周阿姨：三楼的灯坏了，晚上看不见\n.*王社工 答复：已经报修了，后天来换\n.*周阿姨：没有人来\n.*王社工 办结$/,
    )
  })

  test('is sealed at rest', async () => {
    const report = numberIn(await app.person('qian').say('反映 楼下太吵'))
    const rows = await app.connection
      .db!.collection('reports')
      .find({ _id: report as never })
      .toArray()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('楼下太吵')
    expect((await app.store.reports.find(report))?.steps[0]?.text).toBe('楼下太吵')
  })

  test('talk in a group that only begins with the word is left alone', async () => {
    const sun = app.person('sun')
    for (const text of ['反映很好', '反映给居委会了', 'report to the desk at nine', '反映'])
      expect((await sun.says(text, { room: 'r-1' })).body.status, text).toBe('ignored')
  })

  test('goes by the team of the person, else by the category it names, else to who is there for everything', async () => {
    const member = await app.withRole('volunteer', '郑七', '华强队')
    expect((await member.says('反映 器材不够用')).others[0]?.to).toBe(li.user)
    await postActivity(app.store, {
      category: '环保服务',
      team: '华强队',
      responsible: li.number,
      start: new Date('2026-11-20T09:00:00+08:00'),
    })
    const wu = app.person('wu', '吴伯')
    expect((await wu.says('反映 环保活动的手套太小')).others[0]?.to).toBe(li.user)
    const said = await wu.says('反映 想学用手机')
    expect(said.others[0]?.to).toBe(admin.user)
  })

  test('alone it asks what it is about; thanks are no answer', async () => {
    const feng = app.person('feng', '冯婶')
    expect(await feng.say('反映')).toBe('想反映什么？接着说就行，我转给负责的社工，不会发到群里。')
    const said = await feng.says('社区饭堂周日不开门')
    expect(said.here).toMatch(/^收到，已转给陈主任，编号 F\d+。/)
  })

  test('words of danger have their own answer', async () => {
    const chu = app.person('chu')
    expect(await chu.say('反映 我邻居不想活了')).toContain('120')
  })

  test('one chat makes ten a day; more can be added to those', async () => {
    const busy = app.person('busy')
    for (let n = 1; n <= 10; n++) expect(await busy.say(`反映 第 ${n} 件事`)).toContain('编号')
    expect(await busy.say('反映 第 11 件事')).toContain('今天已经收下你 10 件了')
  })

  test('the same message twice is one report', async () => {
    const wei = app.person('wei')
    const first = await wei.says('反映 电梯又停了', { id: 'twice' })
    const again = await wei.says('反映 电梯又停了', { id: 'twice' })
    expect(again.here).toBe(first.here)
    expect(await app.store.reports.model.countDocuments({ key: 'standard:default:twice' })).toBe(1)
  })

  test('late after five working days, and listed so', async () => {
    const report = numberIn(
      (await (await app.withRole('volunteer', '韩八', '华强队')).says('反映 车位')).here,
    )
    expect(await li.say('待核')).toContain('反映')
    const due = (await app.store.reports.find(report))?.dueAt
    expect(due).toEqual(new Date('2026-12-02T00:00:00+08:00'))
    app.clock.set('2026-12-02T09:00:00+08:00')
    expect(await li.say('反映')).toContain('（已超期）')
    expect(await li.say(`反映 ${report}`)).toContain(`${report}（待答复，已超期）`)
    app.clock.set('2026-11-24T10:30:00+08:00')
  })
})

describe('转', () => {
  test('a social worker whose scope reaches it takes it over, and all are told', async () => {
    const he = await app.withRole('socialWorker', '何社工')
    const shi = app.person('shi', '施大爷')
    const said = await shi.says('反映 活动室漏水', { room: 'r-1' })
    const report = numberIn(said.direct)
    const [first, other] = said.others[0]?.to === wang.user ? [wang, he] : [he, wang]
    const otherName = other === he ? '何社工' : '王社工'
    expect(await li.say(`转 ${report} 何社工`)).toBe(`没有找到 ${report}，请核对编号。说「反映」看看有哪些。`)
    expect(await first.say(`转 ${report} 李社工`)).toBe(
      '李社工 不是这里的社工，没有改动。请转给能管这件事的社工。',
    )
    const passed = await admin.says(`转 ${report} ${otherName}`)
    expect(passed.here).toBe(`${report} 已转给${otherName}，已告诉双方。`)
    expect(passed.others).toEqual([
      { to: other.user, text: expect.stringContaining(`${report} 施大爷（南园队）反映：活动室漏水`) },
      { to: 'shi', text: `你反映的 ${report} 现在由${otherName}跟进。` },
      { to: first.user, text: `陈主任 把 ${report} 转给了${otherName}。` },
    ])
    expect(await admin.say(`转 ${report} ${otherName}`)).toBe(
      `${report} 本来就由${otherName}负责，没有改动。`,
    )
  })

  test('one’s own is answered by somebody else', async () => {
    const report = numberIn(await wang.say('反映 打印机没墨了'))
    expect(await wang.say(`答复 ${report} 好的好的`)).toContain('是你自己反映的')
    expect(await wang.say('答复')).toContain('请带上编号')
  })

  test('who is no social worker is told who does it', async () => {
    const jiang = await app.somebody('蒋九')
    expect(await jiang.say('办结 F1')).toBe('这件事由社工来做，请联系他们。')
  })
})

test('in English', async () => {
  const amy = app.person('amy', 'Amy')
  await amy.say('lang en')
  const said = await amy.says('report the lift is broken', { room: 'r-1', mention: true })
  const report = numberIn(said.direct)
  expect(said.here).toContain('Thank you')
  expect(said.direct).toContain(`its number is ${report}`)
  const answered = await admin.says(`answer ${report} It will be repaired (on Friday), thanks.`)
  expect(answered.others).toEqual([
    {
      to: 'amy',
      text: `There is an answer to your report ${report} (陈主任): It will be repaired (on Friday), thanks.\nTo add something, say "report ${report} …".`,
    },
  ])
  expect((await admin.says(`resolve ${report}`)).others[0]?.text).toContain('is closed')
  expect(await amy.say(`report: the tap drips`)).toContain('its number is')
  expect(await amy.say('report F999')).toBe(
    'There is no F999; please check the number. "report" shows those there are.',
  )
})
