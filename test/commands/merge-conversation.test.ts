import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'

// Somebody registered twice. Both numbers become one, and can be two again. It is Tuesday, 24 November 2026, 10:00.

let app: App
let admin: Awaited<ReturnType<App['admin']>>
let social: Awaited<ReturnType<App['withRole']>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
  admin = await app.admin()
  for (const team of ['南园队', '华强队']) await admin.say(`队 新建 ${team}`)
  social = await app.withRole('socialWorker', '李社工')
})
afterAll(() => app.stop())

async function activity(title: string, when: string) {
  await social.say(`发布 ${title} | 老人服务 | ${when} | 福利院 | 10人 | 南园队`)
  return /A\d+/.exec(await social.say('是'))?.[0] ?? ''
}

/** One person with two registrations, each with something of its own. */
async function twice(name: string) {
  const old = await app.withRole('volunteer', name)
  const recent = await app.withRole('volunteer', name, '华强队')
  return { old, recent }
}

describe('合并', () => {
  test('shows both and nothing secret, moves everything after 是, and the old number answers as the other', async () => {
    const { old, recent } = await twice('张三')
    const [mine, theirs] = [
      await activity('探访', '周六9:00-12:00'),
      await activity('读报', '周日9:00-12:00'),
    ]
    await old.say(`报名 ${mine}`)
    await recent.say(`报名 ${theirs}`)
    const shown = await admin.say(`合并 ${old.number} ${recent.number}`)
    expect(shown).toBe(
      [
        `要把 ${recent.number} 并到 ${old.number}：`,
        `${old.number} 张三：南园队义工；已核实 0小时，待核实 0小时；1 个聊天账号，1 次报名`,
        `${recent.number} 张三：华强队义工；已核实 0小时，待核实 0小时；1 个聊天账号，1 次报名`,
        `合并后报名、时长、队伍和账号都归 ${old.number}，说 ${recent.number} 也就是 ${old.number}。确定是同一个人就回复「是」。`,
      ].join('\n'),
    )
    expect(shown).not.toContain('1990')
    const done = await admin.says('是')
    expect(done.here).toBe(
      `合并好了：${recent.number} 现在就是 张三 ${old.number}。弄错了的话，30 天内说「合并 撤销 ${recent.number}」。`,
    )
    expect(done.others[0]?.text).toContain(`以后你的义工号是 ${old.number}`)

    // Either chat is the same person, with both sign-ups and both teams.
    for (const chat of [old, recent]) {
      const me = await chat.say('我')
      expect(me).toContain(`义工号 ${old.number}`)
      expect(me).toContain('南园队')
      expect(me).toContain('华强队')
      const shifts = await chat.say('我的班次')
      expect([shifts.includes(mine), shifts.includes(theirs)]).toEqual([true, true])
    }
    // The number that was is understood as the other; its place is still taken and can be given back.
    expect(await social.say(`取消 ${theirs} ${recent.number}`)).toContain('张三')
    expect((await app.store.signups.find(theirs, old.number))?.state).toBe('cancelled')
    expect(await admin.say(`合并 ${old.number} ${recent.number}`)).toContain('已经并到')
    expect(await admin.say(`审计 3`)).toContain('合并')
  })

  test('hours add up and are never counted double', async () => {
    const { old, recent } = await twice('李四')
    const [one, two] = [await activity('理发', '周六9:00-12:00'), await activity('义诊', '周六14:00-16:00')]
    await old.say(`报名 ${one}`)
    await recent.say(`报名 ${one}`)
    expect(await admin.say(`合并 ${old.number} ${recent.number}`)).toBe(
      [
        '这两个编号还不能合并，不然会重复计算：',
        `两个编号都报名了 ${one}`,
        '请先处理其中一边（「取消 A12 编号」「驳回 H55 原因」），再合并。',
      ].join('\n'),
    )
    await social.say(`取消 ${one} ${recent.number}`)
    await recent.say(`报名 ${two}`)
    app.clock.set('2026-11-28T18:00:00+08:00')
    await old.say(`记时 ${one} 3小时`)
    await recent.say(`记时 ${two} 2小时`)
    await social.say(`核实 ${one} 全部`)
    expect(await admin.say(`合并 ${old.number} ${recent.number}`)).toContain('已核实 3小时，待核实 0小时')
    await admin.say('是')
    expect(await old.say('时长')).toMatch(/3小时[^]*2小时/)
    await social.say(`核实 ${two} 全部`)
    expect(await recent.say('时长')).toContain('5小时')
    const day = await app.store.days.find(old.number, '2026-11-28')
    expect(day?.parts.map(({ minutes }) => minutes).toSorted((a, b) => a - b)).toEqual([120, 180])
    expect((await app.store.days.find(recent.number, '2026-11-28'))?.parts).toEqual([])
  })

  test('overlapping hours are listed and refused until one side is settled', async () => {
    const { old, recent } = await twice('王五')
    app.clock.set('2026-11-30T10:00:00+08:00')
    const [one, two] = [
      await activity('植树', '12月5日9:00-12:00'),
      await activity('扫街', '12月5日11:00-14:00'),
    ]
    await old.say(`报名 ${one}`)
    await recent.say(`报名 ${two}`)
    expect(await admin.say(`合并 ${old.number} ${recent.number}`)).toContain(`${one} 和 ${two} 时间冲突`)
    app.clock.set('2026-12-05T18:00:00+08:00')
    await old.say(`记时 ${one} 3小时`)
    const claimed = /H\d+/.exec(await recent.say(`记时 ${two} 3小时`))?.[0] ?? ''
    expect(await admin.say(`合并 ${old.number} ${recent.number}`)).toContain(`${claimed} 的时长重叠（12月5日`)
    await social.say(`驳回 ${claimed} 重复`)
    app.clock.set('2026-12-06T10:00:00+08:00')
    expect(await admin.say(`合并 ${old.number} ${recent.number}`)).toContain('要把')
    expect(await admin.say('不')).toContain('没有改动')
    expect(await recent.say('我')).toContain(recent.number)
  })

  test('hours that one number verified of the other are no second person’s word', async () => {
    const helper = await app.withRole('volunteer', '孙八')
    const staff = await app.withRole('socialWorker', '孙八')
    app.clock.set('2026-12-07T10:00:00+08:00')
    const code = await activity('读信', '12月8日9:00-12:00')
    await helper.say(`报名 ${code}`)
    app.clock.set('2026-12-08T13:00:00+08:00')
    const line = /H\d+/.exec(await helper.say(`记时 ${code} 3小时`))?.[0] ?? ''
    await staff.say(`核实 ${code} 全部`)
    expect(await admin.say(`合并 ${staff.number} ${helper.number}`)).toContain(
      `${line} 是用另一个编号核实的，等于自己核实自己`,
    )
  })

  test('撤销 makes two people again: each has what was theirs, and what came since stays', async () => {
    const { old, recent } = await twice('赵六')
    const [mine, theirs, later] = [
      await activity('包饺子', '12月12日9:00-12:00'),
      await activity('写春联', '12月13日9:00-12:00'),
      await activity('贴窗花', '12月14日9:00-12:00'),
    ]
    await old.say(`报名 ${mine}`)
    await recent.say(`报名 ${theirs}`)
    await admin.say(`合并 ${old.number} ${recent.number}`)
    await admin.say('是')
    await recent.say(`报名 ${later}`)
    expect(await admin.say(`合并 撤销 ${recent.number}`)).toContain('重新分开')
    const undone = await admin.says('是')
    expect(undone.here).toBe(`已撤销：${recent.number} 和 ${old.number} 又是两位了。`)
    expect(undone.others.map(({ to }) => to)).toEqual([recent.user, old.user])
    expect(await recent.say('我')).toContain(`义工号 ${recent.number}`)
    expect(await recent.say('我')).not.toContain('南园队')
    expect(await old.say('我')).not.toContain('华强队')
    expect(await recent.say('我的班次')).toContain(theirs)
    const shifts = await old.say('我的班次')
    expect([mine, theirs, later].map((code) => shifts.includes(code))).toEqual([true, false, true])
    expect(await admin.say(`合并 撤销 ${recent.number}`)).toContain('没有可以撤销的合并')
  })

  test('after thirty days it stays; only an admin of everything may; a family is no duplicate', async () => {
    const { old, recent } = await twice('钱七')
    expect(await social.say(`合并 ${old.number} ${recent.number}`)).toContain('管理员')
    expect(await admin.say(`合并 ${old.number} ${old.number}`)).toContain('同一个人登记了两次')
    expect(await admin.say(`合并 ${old.number} V999999`)).toContain('没有找到')
    await old.say('监护 钱小宝 2018')
    const request = /Q\d+/.exec(await old.say('同意'))?.[0] ?? ''
    const child = /V\d{6}/.exec(await social.say(`同意 ${request}`))?.[0] ?? ''
    expect(await admin.say(`合并 ${old.number} ${child}`)).toContain('监护人和孩子')
    await admin.say(`合并 ${recent.number} ${old.number}`)
    await admin.say('是')
    expect(await recent.say('代 钱小宝 我')).toContain('【钱小宝】')
    app.clock.forward(31 * 24 * 3600_000)
    expect(await admin.say(`合并 撤销 ${old.number}`)).toContain('没有可以撤销的合并')
  })

  test('in English', async () => {
    const { old, recent } = await twice('Amy')
    await admin.say('lang en')
    expect(await admin.say(`merge ${old.number} ${recent.number}`)).toContain('is to become part of')
    expect(await admin.say('yes')).toContain(`${recent.number} is Amy ${old.number} now`)
    expect(await admin.say(`merge undo ${recent.number}`)).toContain('two people again')
    expect(await admin.say('yes')).toContain('Undone')
  })
})
