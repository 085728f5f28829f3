import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { at } from '../support/command-store.ts'

// From a claim to the figures, the way people say it: everything goes the real path of a message.

let app: App
beforeAll(async () => {
  app = await startApp({ now: '2026-11-28T13:00:00+08:00' })
})
afterAll(() => app.stop())

/** A social worker of 南园队, two volunteers on the list of one activity that was this morning. */
async function morning() {
  const [wang, zhang, li] = [
    await app.registered(`wang-${Date.now()}`, '王社工'),
    await app.registered(`zhang-${Date.now()}`, '张三'),
    await app.registered(`li-${Date.now()}`, '李四'),
  ]
  const code = await app.store.counters.next('activity')
  const made = { key: code, at: at('2026-11-20 09:00'), by: wang.number }
  await app.store.people.grant(wang.number, {
    role: 'socialWorker',
    scope: { kind: 'team', name: '南园队' },
    ...made,
  })
  await app.store.activities.add({
    _id: code,
    title: '探访老人',
    category: '老人服务',
    team: '南园队',
    place: '福利院',
    start: at('2026-11-28 09:00'),
    end: at('2026-11-28 12:00'),
    restMinutes: 0,
    places: 10,
    taken: 2,
    holds: [],
    waiting: [],
    freed: [],
    skills: [],
    state: 'open',
    responsible: wang.number,
    key: code,
    createdAt: made.at,
  })
  for (const { number } of [zhang, li])
    await app.store.signups.add({ activity: code, person: number, state: 'confirmed', step: made })
  return { wang, zhang, li, code }
}

describe('hours, from the claim to the figures', () => {
  test('claimed, listed, verified, told, counted', async () => {
    const { wang, zhang, li, code } = await morning()
    const noted = await zhang.say(`记时 ${code} 3小时`)
    const entry = /H\d+/.exec(noted)?.[0] ?? ''
    expect(noted).toBe(`记下了：11月28日 周六 ${code} 3小时（${entry}），待核实`)
    expect(await li.say(`记时 ${code}`)).toContain('做了多久？')
    expect(await li.say('9点到11点')).toContain(`11月28日 周六 9:00-11:00 ${code} 2小时`)

    const waiting = await wang.says('待核')
    expect(waiting.direct).toContain(`${code} 11月28日 周六 探访老人：2 条，报 5小时，计划 6小时，1 条有出入`)
    expect(waiting.quickReplies).toContain(`核实 ${code} 全部`)

    expect(await wang.say(`核实 ${code}`)).toContain(`${entry} 张三 3小时`)
    expect(await wang.say('除 李四')).toContain(`已核实 ${code}：1 条，共 3小时（180 分钟）`)
    expect(await zhang.hears('已核实')).toContain(`11月28日 周六 ${code} 3小时（${entry}），谢谢你！`)
    expect(await wang.say(`核实 ${code} 李四 1小时30分`)).toContain('李四 1小时30分（报 2小时）')
    expect(await li.say('时长 本月')).toContain('已核实：1小时30分')
    expect(await wang.say('统计 本月 按队')).toContain('南园队：4.5 小时（270 分钟），2 人次')
  })

  test('half a time is asked back, as often as it takes', async () => {
    const { zhang, code } = await morning()
    await zhang.say(`记时 ${code}`)
    expect(await zhang.say('3')).toBe('「3」是 3小时 还是 3分钟？')
    expect(await zhang.say('半天')).toContain('「半天」是多久？请带上单位')
    expect(await zhang.say('很久')).toContain('「半天」是多久？')
    expect(await zhang.say('3小时')).toContain(`${code} 3小时`)
  })

  test('namesakes are told apart by their numbers, and one number is answer enough', async () => {
    const { wang, zhang, li, code } = await morning()
    await app.store.people.model.updateOne({ _id: li.number }, { name: '张三' })
    for (const one of [zhang, li]) await one.say(`记时 ${code} 3小时`)
    const asked = await wang.say(`核实 ${code}`)
    expect(asked).toContain(`张三 ${zhang.number} 3小时`)
    expect(asked).toContain(`张三 ${li.number} 3小时`)
    const which = await wang.says('张三')
    expect(which.direct).toContain('有几位「张三」')
    expect(which.quickReplies).toEqual([zhang.number, li.number])
    expect(await wang.say(li.number)).toContain('已核实')
    expect(await li.say('时长')).toContain('已核实：3小时')
    expect(await zhang.say('时长')).toContain('待核实：3小时')
    expect(await wang.say(`核实 ${code} 除 张三`)).not.toContain('已核实')
  })

  test('in a room the whole is for everybody, the rows go to the asker alone', async () => {
    const { wang, zhang, code } = await morning()
    await zhang.say(`记时 ${code} 3小时`)
    await wang.say(`核实 ${code} 全部`)
    const { here, direct } = await wang.says('统计 本月 按类别', { room: 'r-1', mention: true })
    expect(here.split('\n')).toHaveLength(6)
    expect(here).toContain('登记义工 0 人（这些队的成员）；活跃 0 人')
    expect(here).toMatch(/；分项已私信给你。$/)
    expect(direct).toMatch(/按类别：\n老人服务：\d+\.\d 小时/)
    expect(await wang.say('统计 2025 按队')).toContain('统计 2025年（')
    expect(await wang.say('统计 上个月 按队伍')).toContain('\n按队：')
    expect(await wang.say(`核实 ${code} 所有人`)).toBe(`${code} 没有等你核实的时长。「待核」看看有哪些。`)
    expect(await wang.say('统计 2025 按队')).toMatch(/\n按队：没有已核实的记录。$/)
  })

  test('refused with a reason, and claimed again', async () => {
    const { wang, zhang, code } = await morning()
    const entry = /H\d+/.exec(await zhang.say(`记时 ${code} 2小时`))?.[0] ?? ''
    expect(await wang.say(`驳回 ${entry}`)).toBe(`驳回 ${entry} 的原因是什么？会告诉本人。`)
    expect(await wang.say('签到表上没有')).toContain(`已驳回 ${entry}`)
    expect(await zhang.hears('没有通过')).toContain('签到表上没有')
    expect(await zhang.say(`记时 ${code} 1小时`)).toContain('记下了')
  })

  test('a volunteer may not verify; in a room neither names nor hours are told', async () => {
    const { wang, zhang, code } = await morning()
    await zhang.say(`记时 ${code} 3小时`)
    expect(await zhang.say(`核实 ${code} 全部`)).toContain('社工')
    const own = await zhang.says('时长', { room: 'r-1', mention: true })
    expect(own.here).toBe('已私信给你。')
    expect(own.direct).toContain('待核实：3小时')
    const asked = await wang.says(`核实 ${code}`, { room: 'r-1', mention: true })
    expect(asked.here).not.toContain('张三')
    expect(asked.direct).toContain('张三')
  })

  test('in English', async () => {
    const { wang, zhang, code } = await morning()
    for (const { identity } of [wang, zhang]) await app.store.identities.setLocale(identity, 'en')
    expect(await zhang.say(`log ${code} 3`)).toBe('Is "3" 3 h or 3 min?')
    expect(await zhang.say('3 h')).toContain(`Noted: 28 Nov Sat, ${code}, 3 h`)
    expect(await wang.say(`verify ${code} all`)).toContain(
      `Verified ${code}: 1 line, 3 h in all (180 minutes).`,
    )
    expect(await wang.say('stats this month by category')).toContain('老人服务: ')
    expect(await wang.say('stats 2025 by team')).toMatch(/\nBy team: no verified hours\.$/)
    expect(await wang.say('stats 2027')).toBe('2027 has not begun, so there are no figures.')
    expect(await zhang.say('hours this month')).toContain('Verified: 3 h')
    expect(await wang.say('pending')).not.toContain('待核')
    expect(await wang.say('reject H99999 nobody there')).toBe(
      'There is no line H99999. "pending" shows what there is.',
    )
  })
})
