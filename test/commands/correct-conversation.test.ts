import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { at } from '../support/command-store.ts'
import { postActivity } from '../support/post-activity.ts'

// Verified hours that were not so. It is Sunday, 29 November 2026, 10:00; the activities were on Saturday.

let app: App
let admin: Awaited<ReturnType<App['admin']>>
let wang: Awaited<ReturnType<App['withRole']>>
let he: Awaited<ReturnType<App['withRole']>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-29T10:00:00+08:00' })
  admin = await app.admin()
  await admin.say('队 新建 南园队')
  wang = await app.withRole('socialWorker', '王社工')
  he = await app.withRole('socialWorker', '何社工')
})
afterAll(() => app.stop())

type Talker = Awaited<ReturnType<App['somebody']>>

/** Somebody's line of a time on Saturday; gives its number and the activity. */
async function line(who: Talker, start: string, end: string, said: string) {
  const code = await postActivity(app.store, {
    start: at(`2026-11-28 ${start}`),
    end: at(`2026-11-28 ${end}`),
  })
  await app.store.signups.add({
    activity: code,
    person: who.number,
    state: 'confirmed',
    step: { key: `listed-${code}`, at: at('2026-11-20 09:00'), by: who.number },
  })
  const entry = /H\d+/.exec(await who.say(`记时 ${code} ${said}`))?.[0] ?? ''
  return { code, entry }
}

describe('更正', () => {
  test('both are kept; totals and statistics are right to the minute, and the person is told', async () => {
    const zhang = await app.somebody('张三')
    const { code, entry } = await line(zhang, '09:00', '12:00', '3小时')
    expect(await wang.say(`更正 ${entry} 2小时 早走了`)).toBe(
      `${entry} 待核实，只有已核实的才用更正。没核实的可以「核实」或「驳回」。`,
    )
    await wang.say(`核实 ${code} 全部`)
    const done = await wang.says(`更正 ${entry} 2小时 早走了,请见谅`)
    expect(done.here).toBe(
      `已更正 ${entry}（张三 11月28日 周六 ${code}）：3小时 → 2小时，原来的也留着，已告诉本人。`,
    )
    expect(done.others).toEqual([
      {
        to: zhang.user,
        text: `王社工 把你 11月28日 周六 ${code} 的时长从3小时更正为2小时（${entry}）：早走了，请见谅。有出入请告诉 王社工。`,
      },
    ])
    expect(await zhang.say('时长')).toContain('已核实：2小时')
    expect(await zhang.say('我')).toContain('2小时')
    expect(await zhang.say(`记时 ${code} 1小时`)).toContain('2小时')
    expect(await admin.say('统计')).toMatch(/120 分钟/)
    expect(await wang.say(`更正 ${entry} 2小时 早走了`)).toBe(`${entry} 本来就是2小时，没有改动。`)
    expect(await wang.say(`更正 ${entry} 5小时 更久`)).toBe(
      `${entry} 那段时间一共只有3小时，没有改动。别的时间做的请用「补录」。`,
    )
    expect(await he.say(`更正 ${entry} 0小时 其实没来`)).toContain('2小时 → 0小时')
    expect(await zhang.say('时长')).toContain('已核实：0小时')
    expect(await admin.say('统计')).toContain('参与 0 人次，来自 0 人')
    const kept = await app.store.hours.model.find({ person: zhang.number }).sort({ _id: 1 }).lean()
    expect(kept.map(({ _id, minutes, note }) => [_id, minutes, note && app.store.seal.open(note)])).toEqual([
      [entry, 180, undefined],
      [`${entry}#1`, -60, '早走了，请见谅'],
      [`${entry}#2`, -120, '其实没来'],
    ])
  })

  test('above 8 hours a day a second social worker agrees, above 12 nobody does', async () => {
    const li = await app.somebody('李四')
    const first = await line(li, '06:00', '12:00', '6小时')
    const second = await line(li, '13:00', '20:00', '6小时')
    await wang.say(`核实 ${first.code} 全部`)
    await wang.say(`核实 ${second.code} 李四 1小时`)
    const asked = await wang.says(`更正 ${second.entry} 3小时 签到晚了`)
    const request = /Q\d+/.exec(asked.here)?.[0] ?? ''
    expect(asked.here).toBe(
      `更正后那天会超过 8 小时，要另一位社工同意（${request}），${second.entry} 先不变。`,
    )
    expect(asked.others.map(({ to }) => to)).toEqual([he.user])
    expect(await li.say('时长')).toContain('已核实：7小时')
    expect(await wang.say(`同意 ${request}`)).toContain('是你自己的')
    const agreed = await he.says(`同意 ${request}`)
    expect(agreed.here).toContain('1小时 → 3小时')
    expect(agreed.others.map(({ to }) => to).toSorted()).toEqual([li.user, wang.user].toSorted())
    expect(await li.say('时长')).toContain('已核实：9小时')
    expect(await wang.say(`更正 ${second.entry} 7小时 整晚`)).toBe(
      `更正后那天会超过 12 小时，没有改动（${second.entry}）。`,
    )
    expect(await wang.say(`更正 ${second.entry} 2小时 看错了`)).toContain('3小时 → 2小时')
  })

  test('never one’s own, never out of scope; what is missing is asked; in English', async () => {
    const stranger = await app.withRole('socialWorker', '别社工', '华强队')
    const mine = await line(wang, '09:00', '12:00', '3小时')
    await he.say(`核实 ${mine.code} 全部`)
    expect(await wang.say(`更正 ${mine.entry} 2小时 早走`)).toContain('由别的社工来处理')
    expect(await stranger.say(`更正 ${mine.entry} 2小时 早走`)).toContain('由负责那个队的社工来处理')
    expect(await he.say('更正')).toContain('更正哪一条？')
    expect(await he.say(mine.entry)).toBe(`${mine.entry} 现在是3小时，应该是多久？例如「2小时」。`)
    expect(await he.say('两个半钟')).toBe(`更正 ${mine.entry} 的原因是什么？会告诉本人。`)
    expect(await he.say('晚到半小时')).toContain('3小时 → 2小时30分')
    await he.say('lang en')
    expect(await he.say(`correct ${mine.entry} 2h left early`)).toMatch(/2h 30min → 2h|2 h 30 min → 2 h/)
  })

  test('two at once: one is told that the other was first, and the day says what the ledger says', async () => {
    const zhao = await app.somebody('赵六')
    const { code, entry } = await line(zhao, '09:00', '12:00', '3小时')
    await wang.say(`核实 ${code} 全部`)
    await Promise.all([wang.say(`更正 ${entry} 1小时 甲`), admin.say(`更正 ${entry} 2小时 乙`)])
    const lines = await app.store.hoursCorrections.of(entry)
    const net = lines.reduce((sum, { minutes }) => sum + minutes, 180)
    const day = await app.store.days.find(zhao.number, '2026-11-28')
    expect(day?.parts.find((part) => part.entry === entry)).toMatchObject({ minutes: net, approved: net })
    expect([60, 120]).toContain(net)
  })
})
