import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { at } from '../support/command-store.ts'
import { postActivity } from '../support/post-activity.ts'
import { until } from '../support/until.ts'

// Who leads whom, and what one leads going to another. It is Tuesday, 24 November 2026, 10:00.

let app: App
let admin: Awaited<ReturnType<App['admin']>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
  admin = await app.admin()
  for (const team of ['南园队', '华强队', '园岭队']) await admin.say(`队 新建 ${team}`)
})
afterAll(() => app.stop())

describe('结对', () => {
  test('a volunteer of one’s team is led by one social worker, to whom their reports go', async () => {
    const wang = await app.withRole('socialWorker', '王社工')
    const other = await app.withRole('socialWorker', '何社工')
    const stranger = await app.withRole('socialWorker', '别社工', '华强队')
    const zhang = await app.withRole('volunteer', '张三')
    expect(await wang.say('结对')).toBe('还没有结对的义工。说「结对 张三」就行。')
    expect(await stranger.say('结对 张三')).toContain('不在你负责的队里')
    const paired = await other.says('结对 张三')
    expect(paired.here).toBe(`已和 ${zhang.number} 张三 结对，已告诉本人。`)
    expect(paired.others).toEqual([
      { to: zhang.user, text: '从今天起由何社工带你，有事就说「反映 …」，会直接转过去。' },
    ])
    expect(await wang.say('结对 张三')).toBe(`${zhang.number} 张三 现在由何社工带，要换请管理员移交。`)
    expect(await other.say('结对 张三')).toContain('没有改动')
    expect(await other.say('结对')).toBe(`和你结对的义工 1 位：${zhang.number} 张三`)
    expect((await zhang.says('反映 想学急救')).others.map(({ to }) => to)).toEqual([other.user])
    const load = await admin.say('负荷')
    expect(load).toContain(`何社工 ${other.number}：队 1，活动 0，结对 1，待答复 1`)
    expect(load).toContain(`王社工 ${wang.number}：队 1，活动 0，结对 0，待答复 0`)
  })
})

describe('移交', () => {
  test('all that one leads goes to the other after 是, and both are told', async () => {
    const zhao = await app.withRole('socialWorker', '赵社工', '华强队')
    const qian = await app.withRole('socialWorker', '钱社工', '园岭队')
    const member = await app.withRole('volunteer', '孙七', '华强队')
    const code = await postActivity(app.store, { team: '华强队', responsible: zhao.number })
    const past = await postActivity(app.store, {
      team: '华强队',
      responsible: zhao.number,
      start: at('2026-11-20 09:00'),
      end: at('2026-11-20 12:00'),
    })
    await zhao.say('结对 孙七')
    const report = /F\d+/.exec(await member.say('反映 器材不够'))?.[0] ?? ''
    expect((await app.store.reports.find(report))?.owner).toBe(zhao.number)

    expect(await zhao.say('移交 赵社工 钱社工')).toBe('这件事由管理员来做，请联系他们。')
    expect(await admin.say('移交 赵社工 孙七')).toContain('还不是社工')
    const asked = await admin.says('移交 赵社工 给 钱社工')
    expect(asked.here).toBe(
      `把 ${zhao.number} 赵社工 的1 个职务、1 个活动、1 位结对义工、1 件反映移交给 ${qian.number} 钱社工。\n对的话回复「是」。`,
    )
    expect(await admin.say('不')).toBe('好的，没有改动。')
    expect((await app.store.activities.find(code))?.responsible).toBe(zhao.number)

    await admin.say('移交 赵社工 钱社工')
    const done = await admin.says('是')
    const what = '1 个职务、1 个活动、1 位结对义工、1 件反映'
    expect(done.here).toBe(`已移交：赵社工 的${what} → 钱社工。已告诉双方。`)
    expect(done.others).toEqual(
      [zhao, qian].map(({ user }) => ({
        to: user,
        text: `陈主任 把 赵社工 的${what}移交给了 钱社工。`,
      })),
    )
    expect((await app.store.activities.find(code))?.responsible).toBe(qian.number)
    expect((await app.store.activities.find(past))?.responsible).toBe(zhao.number)
    expect((await app.store.reports.find(report))?.owner).toBe(qian.number)
    expect(await qian.say('结对')).toContain('孙七')
    expect(await zhao.say('待核')).toBe('这件事由队长或社工来做，请联系他们。')
    expect(await qian.say(`答复 ${report} 下周送到`)).toContain('已答复')
    expect(await admin.say('移交 赵社工 钱社工')).toContain('现在没有要移交的事')
    expect(await admin.say('审计')).toContain('移交')
  })

  test('until a day: it comes back by itself, and what the other held before stays', async () => {
    const zhou = await app.withRole('socialWorker', '周社工', '园岭队')
    const wu = await app.withRole('socialWorker', '吴社工', '园岭队')
    await app.store.people.grant(zhou.number, {
      role: 'leader',
      scope: { kind: 'team', name: '南园队' },
      by: admin.number,
      at: at('2026-11-01 09:00'),
      key: 'leads-nanyuan',
    })
    const [soon, later] = [
      await postActivity(app.store, { responsible: zhou.number }),
      await postActivity(app.store, {
        responsible: zhou.number,
        start: at('2026-12-20 09:00'),
        end: at('2026-12-20 12:00'),
      }),
    ]
    await admin.say('lang en')
    const asked = await admin.says('hand over 周社工 to 吴社工 until 4 December')
    expect(asked.here).toBe(
      `Hand over from ${zhou.number} 周社工 to ${wu.number} 吴社工: 2 roles, 2 activities, until 4 Dec Fri; then it goes back to ${zhou.number} 周社工 by itself?\nAnswer "yes" if that is right.`,
    )
    await admin.say('yes')
    await admin.say('lang zh')
    expect(await zhou.hears('移交给了')).toContain('，到12月4日 周五为止，之后自动还给 周社工')
    expect((await app.store.activities.find(later))?.responsible).toBe(wu.number)
    const scopes = async (number: string) =>
      (await app.store.people.find(number))?.grants
        .map(({ role, scope }) => `${role} ${'name' in scope ? scope.name : ''}`)
        .toSorted()
    expect(await scopes(zhou.number)).toEqual([])
    expect(await scopes(wu.number)).toEqual(['leader 南园队', 'socialWorker 园岭队'])

    app.clock.set(at('2026-12-04 23:59').getTime())
    expect((await app.store.activities.find(later))?.responsible).toBe(wu.number)
    app.clock.set(at('2026-12-05 00:01').getTime())
    expect(await zhou.hears('移交的时间到了')).toBe(
      '移交的时间到了：周社工 移交给 吴社工 的事已还给 周社工。',
    )
    await wu.hears('移交的时间到了')
    expect(await scopes(zhou.number)).toEqual(['leader 南园队', 'socialWorker 园岭队'])
    expect(await scopes(wu.number)).toEqual(['socialWorker 园岭队'])
    expect((await app.store.activities.find(later))?.responsible).toBe(zhou.number)
    expect((await app.store.activities.find(soon))?.responsible).toBe(wu.number)
    await until(
      async () => (await app.store.timers.model.countDocuments({ kind: 'handover-ends' })) === 0,
      'the timer to be done',
    )
  })
})
