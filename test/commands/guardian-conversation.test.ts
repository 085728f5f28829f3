import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'

// A child under 14 has no chat: its guardian speaks for it. It is Tuesday, 24 November 2026, 10:00.

let app: App
let social: Awaited<ReturnType<App['withRole']>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
  await (await app.admin()).say('队 新建 南园队')
  social = await app.withRole('socialWorker', '李社工')
})
afterAll(() => app.stop())

const requestIn = (answer: string) => /Q\d+/.exec(answer)?.[0] ?? answer

/** An activity of 南园队 on a day, from 9 to 12. */
async function activity(title: string, day = '周六', more = '') {
  await social.say(`发布 ${title} | 老人服务 | ${day}9:00-12:00 | 福利院 | 10人 | 南园队${more}`)
  const said = await social.say('是')
  return /A\d+/.exec(said)?.[0] ?? said
}

/** A guardian with a confirmed child. */
async function family(parent: string, child: string, birth: string) {
  const mother = await app.withRole('volunteer', parent)
  await mother.say(`监护 ${child} ${birth}`)
  const request = requestIn(await mother.say('同意'))
  const number = /V\d{6}/.exec(await social.say(`同意 ${request}`))?.[0] ?? ''
  await mother.hears(number)
  return { mother, number }
}

describe('监护', () => {
  test('asks one thing at a time, a social worker makes sure, then the child has a number and no chat', async () => {
    const mother = await app.withRole('volunteer', '王芳')
    expect(await mother.say('监护')).toBe('孩子的姓名是？')
    expect(await mother.say('张小明')).toContain('张小明 是哪一年出生的？')
    const consent = await mother.say('2015')
    expect(consent).toContain('你是 张小明 的监护人，并同意 张小明 参加志愿服务吗？')
    expect(consent).toContain('示范社工服务中心用孩子的姓名、出生年份和服务记录来组织活动')
    expect(consent).toContain('满 14 岁时会请孩子本人再同意一次')
    const asked = await mother.says('同意')
    const request = requestIn(asked.here)
    expect(asked.here).toBe(
      `谢谢！已请社工核实你和 张小明 的关系（${request}），核实后我告诉你孩子的义工号。`,
    )
    expect(asked.others).toEqual([
      {
        to: social.user,
        text: `${request}：王芳 ${mother.number} 要做 张小明（约 10 岁）的监护人，请先核实关系。回复「同意 ${request}」或「不同意 ${request} 原因」。`,
      },
    ])
    expect(await mother.say('代 张小明 我的班次')).toContain('你还没有登记为谁的监护人')
    const agreed = await social.says(`同意 ${request}`)
    const number = /V\d{6}/.exec(agreed.here)?.[0] ?? ''
    expect(agreed.here).toBe(`张小明（${number}）登记好了，监护人是 ${mother.number}，已告诉监护人。`)
    expect(agreed.others[0]).toMatchObject({ to: mother.user })

    const child = await app.store.people.find(number)
    expect(child).toMatchObject({
      name: '张小明',
      guardians: [
        { person: mother.number, consent: { version: '2026-11' }, confirmedBy: social.number, request },
      ],
    })
    expect(child?.consent).toBeUndefined()
    expect(child?.birth).not.toContain('2015')
    expect(await app.store.identities.ofPeople([number])).toEqual([])
    expect(await mother.say('监护 张小明')).toContain('出生')
    expect(await mother.say('取消')).toContain('不做了')
  })

  test('a refusal keeps nothing of the child; 14 and older register themselves; only grown-ups are guardians', async () => {
    const father = await app.withRole('volunteer', '张强')
    await father.say('监护 张小红 2014')
    const request = requestIn(await father.say('同意'))
    const refused = await social.says(`不同意 ${request} 没有带户口本`)
    expect(refused.others[0]?.text).toBe(
      `监护申请 ${request} 这次没有通过：没有带户口本，孩子的资料已删掉。有疑问请联系社工。`,
    )
    expect((await app.store.requests.find(request))?.args).not.toHaveProperty('birth')
    expect(JSON.stringify(await app.store.requests.find(request))).not.toContain('张小红')

    expect(await father.say('监护 张大明 2010')).toContain('满 14 岁了，可以自己来')
    expect(await father.say('监护 张中明 2012')).toContain('完整的出生日期')
    expect(await father.say('2012-11-24')).toContain('满 14 岁了，可以自己来')
    await father.say('监护 张中明 2012-11-25')
    expect(await father.say('不同意')).toBe('好的，没有登记 张中明。')
    const brother = await app.registered('brother', '张大明', '2010')
    expect(await brother.say('监护 张小红 2014')).toContain('监护人要年满 18 岁')
    expect((await father.says('监护 张小红', { room: 'r-1', mention: true })).here).toContain('私聊')
  })

  test('who is under 14 and registers alone is told how it is done', async () => {
    const child = app.person('child', '小明')
    await child.say('注册 李小明 2016')
    expect(await child.say('跳过')).toContain('再私聊我说「监护 你的姓名」')
  })

  test('a second guardian joins by the number of the child', async () => {
    const { number } = await family('赵妈妈', '赵小宝', '2016')
    const father = await app.withRole('volunteer', '赵爸爸')
    expect(await father.say('监护 V999999')).toContain('没有找到')
    expect(await father.say(`监护 ${social.number}`)).toContain('没有找到')
    expect(await father.say(`监护 ${number}`)).not.toContain('赵小宝')
    await social.say(`同意 ${requestIn(await father.say('同意'))}`)
    expect(await father.say('代 赵小宝 我')).toContain(`【赵小宝】赵小宝，义工号 ${number}`)
    expect(await app.store.people.model.countDocuments({ name: '赵小宝' })).toBe(1)
  })
})

describe('代', () => {
  test('the guardian signs up, looks, cancels; the child is the person, the guardian the actor', async () => {
    const { mother, number } = await family('钱妈妈', '钱小宝', '2016')
    const code = await activity('读报')
    const said = await mother.says(`代 钱小宝 报名 ${code}`)
    expect(said.here).toMatch(/^【钱小宝】.*读报/)
    expect(said.others).toEqual([])
    expect((await app.store.signups.find(code, number))?.steps).toMatchObject([
      { state: 'confirmed', by: mother.number },
    ])
    expect(await app.store.signups.find(code, mother.number)).toBeNull()
    expect(await mother.say('代 钱小宝我的班次')).toContain(code)
    expect(await mother.say('我的班次')).not.toContain(code)
    expect(await mother.say(`代 ${number} 时长`)).toContain('【钱小宝】')
    expect(await mother.say('代 钱小宝')).toContain('要代 钱小宝 做什么？')
    expect(await mother.say('代 孙小宝 我的班次')).toBe(
      `你不是「孙小宝」的监护人，没有改动。你可以代：钱小宝 ${number}`,
    )
    expect(await mother.say('代 钱小宝 取消')).toContain('【钱小宝】')
    expect(await mother.say(code)).toContain('【钱小宝】')
    expect((await app.store.signups.find(code, number))?.state).toBe('cancelled')
  })

  test('报名 A12 with the name of one’s child; never the sender, never a stranger', async () => {
    const { mother, number } = await family('孙妈妈', '孙小宝', '2016')
    const code = await activity('理发')
    expect(await mother.say(`报名 ${code} 孙小宝`)).toContain('孙小宝')
    expect((await app.store.signups.find(code, number))?.state).toBe('confirmed')
    expect(await app.store.signups.find(code, mother.number)).toBeNull()
    expect(await mother.say(`报名 ${code} 李社工`)).toContain('队长')
    expect(await mother.say(`取消 ${code} 孙小宝`)).toContain('孙小宝')
    expect((await app.store.signups.find(code, number))?.state).toBe('cancelled')
  })

  test('what a leader does for the child, reminders and their answers come to the guardian', async () => {
    const { mother, number } = await family('周妈妈', '周小宝', '2016')
    const code = await activity('植树', '周日')
    const signed = await social.says(`报名 ${code} ${number}`)
    expect(signed.others).toEqual([
      { to: mother.user, text: expect.stringMatching(/^【周小宝】李社工 替你办了报名/) as string },
    ])
    await mother.say(`报名 ${code}`)
    app.clock.set('2026-11-28T09:00:05+08:00')
    await mother.hears(/^【周小宝】.*能到/s)
    await mother.hears(/^[^【].*能到/s)
    expect(await mother.say('1')).toContain(`1 ${code}、代 周小宝 1 ${code}`)
    expect(await mother.say(`代 周小宝 2 ${code}`)).toContain('【周小宝】')
    expect((await app.store.signups.find(code, number))?.state).toBe('cancelled')
    expect(await mother.say('1')).not.toContain('【')
    expect((await app.store.signups.find(code, mother.number))?.state).toBe('confirmed')
  })

  test('check-in, check-out and hours', async () => {
    const { mother, number } = await family('吴妈妈', '吴小宝', '2016')
    app.clock.set('2026-11-29T10:00:00+08:00')
    const code = await activity('义卖', '12月1日')
    await mother.say(`代 吴小宝 报名 ${code}`)
    app.clock.set('2026-12-01T08:50:00+08:00')
    expect(await mother.say(`代 吴小宝 签到 ${code}`)).toContain('【吴小宝】')
    app.clock.set('2026-12-01T11:00:00+08:00')
    expect(await mother.say(`代 吴小宝 签退 ${code}`)).toContain('2小时')
    const line = await app.store.hours.claimOf(number, code)
    expect(line).toMatchObject({ person: number, by: mother.number, minutes: 120 })
    const other = await activity('义诊', '12月2日')
    await mother.say(`代 吴小宝 报名 ${other}`)
    app.clock.set('2026-12-02T13:00:00+08:00')
    expect(await mother.say(`代 吴小宝 记时 ${other}`)).toContain('【吴小宝】')
    expect(await mother.say('3小时')).toContain('【吴小宝】')
    expect((await app.store.hours.claimOf(number, other))?.minutes).toBe(180)
  })

  test('dangerous activities need 18, also with a guardian', async () => {
    const { mother } = await family('郑妈妈', '郑小宝', '2016')
    const code = await activity('清理河道', '周日')
    await app.store.activities.model.updateOne({ _id: code }, { $set: { dangerous: true } })
    expect(await mother.say(`代 郑小宝 报名 ${code}`)).toContain('要求满 18 岁')
  })

  test('a call to the team reaches the guardian’s chat once', async () => {
    const { mother, number } = await family('冯妈妈', '冯小宝', '2016')
    const member = { role: 'volunteer' as const, scope: { kind: 'team' as const, name: '南园队' } }
    await app.store.people.grant(number, { ...member, by: social.number, at: new Date(), key: 'test' })
    await social.say('广播 南园队 明天有雨')
    expect(await social.say('是')).toContain('已开始')
    await mother.hears('明天有雨')
    await social.say('广播 南园队 后天放晴')
    await social.say('是')
    await mother.hears('后天放晴')
    expect(mother.heard().filter((text) => text.includes('明天有雨'))).toHaveLength(1)
  })

  test('退订 of the guardian ends the calls for the child in the same chat; 代 … 退订 those for the child alone', async () => {
    const { mother, number } = await family('褚妈妈', '褚小宝', '2016')
    const aunt = await family('卫妈妈', '卫小宝', '2016')
    for (const child of [number, aunt.number])
      await app.store.people.grant(child, {
        role: 'volunteer',
        scope: { kind: 'team', name: '南园队' },
        by: social.number,
        at: new Date(),
        key: `test ${child}`,
      })
    await mother.say('退订')
    expect(await aunt.mother.say('代 卫小宝 退订')).toContain('【卫小宝】')
    await social.say('广播 南园队 周五大扫除')
    await social.say('是')
    await aunt.mother.hears('周五大扫除')
    expect(mother.heard().join()).not.toContain('周五大扫除')
    expect((await app.store.people.find(aunt.number))?.optedOut).toBeDefined()
  })
})

describe('代 … 撤回同意', () => {
  test('asked twice like one’s own; nothing of the child stays but numbers, and it stands in the audit', async () => {
    app.clock.set('2026-12-02T14:00:00+08:00')
    const { mother, number } = await family('蒋妈妈', '蒋小宝', '2016')
    const code = await activity('写春联', '12月12日')
    await mother.say('代 蒋小宝 报名 ' + code)
    expect(await mother.say('代 蒋小宝 我的数据')).toContain('【蒋小宝】我们保存了你的 姓名 蒋小宝')
    expect(await mother.say('代 蒋小宝 导出')).toContain('/files/')
    const asked = await mother.says('代 蒋小宝 撤回同意')
    expect(asked.here).toContain('【蒋小宝】撤回同意后，我们不能再保存孩子的个人信息')
    expect(asked.here).toContain('想先留一份就说「代 蒋小宝 导出」')
    expect(await mother.say('不')).toContain('没有改动')
    await mother.say('代 蒋小宝 撤回同意')
    expect(await mother.say('是')).toContain('最后确认一次')
    const done = await mother.says('确认')
    expect(done.here).toBe(
      '【蒋小宝】同意已撤回，孩子的个人信息都删掉了。谢谢孩子来过！想回来，随时说「监护」。',
    )
    expect(done.others).toEqual([{ to: social.user, text: expect.stringContaining(`义工 ${number} 注销了`) }])
    expect(await app.store.people.find(number)).toMatchObject({ name: '***', closed: { why: 'consent' } })
    expect((await app.store.signups.find(code, number))?.state).toBe('cancelled')
    expect(await app.store.people.find(mother.number)).toMatchObject({ name: '蒋妈妈' })
    expect(await mother.say('代 蒋小宝 我的班次')).toContain('你还没有登记为谁的监护人')
    const [line] = await app.store.audit.latest({ by: mother.number, limit: 1 })
    expect(line).toMatchObject({ command: 'for', said: { who: number, command: 'withdraw-consent' } })
  })

  test('in English', async () => {
    const { mother } = await family('Eve', '沈小宝', '2016')
    await mother.say('lang en')
    expect(await mother.say('for 沈小宝 withdraw consent')).toContain(
      'Without consent we may keep nothing about 沈小宝.',
    )
    await mother.say('yes')
    expect(await mother.say('confirm')).toContain('the personal data of the child is removed')
  })
})

test('at 14 the young person is asked: until then nothing new, afterwards the guardian has no say', async () => {
  app.clock.set('2026-12-03T10:00:00+08:00')
  const { mother, number } = await family('陈妈妈', '陈小宝', '2012-12-10')
  expect(await mother.say('代 陈小宝 关联')).toContain('孩子满 14 岁以后才用自己的账号')
  const code = await activity('包饺子', '12月20日')
  app.clock.set('2026-12-10T09:00:02+08:00')
  await mother.hears('陈小宝 满 14 岁了，以后要本人同意')
  expect(await mother.say(`代 陈小宝 报名 ${code}`)).toContain('要本人同意')
  const given = await mother.say('代 陈小宝 关联')
  const link = /[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(given)?.[0] ?? given
  const youth = app.person('chen-bao')
  const asked = await youth.say(`关联 ${link}`)
  expect(asked).toContain('陈小宝，以前是监护人替你同意的，现在问你本人。')
  expect(asked).toContain('你还不到 18 岁')
  expect(await youth.say('我')).toContain('先登记')
  await youth.say(`关联 ${link}`)
  const joined = await youth.says('同意')
  expect(joined.here).toContain(`连好了，陈小宝！`)
  expect(joined.others[0]).toMatchObject({ to: mother.user })
  expect((await app.store.people.find(number))?.consent).toMatchObject({ version: '2026-11' })
  expect(await youth.say(`报名 ${code}`)).toContain('包饺子')
  expect(await mother.say(`代 陈小宝 取消 ${code}`)).toContain('你还没有登记为谁的监护人')
})

test('in English', async () => {
  const mother = await app.withRole('volunteer', 'Amy')
  await mother.say('lang en')
  expect(await mother.say('guardian Ming Zhang')).toContain('In which year was Ming Zhang born?')
  expect(await mother.say('2016')).toContain('Are you the guardian of Ming Zhang')
  await social.say('lang en')
  const request = requestIn(await mother.say('agree'))
  const number = /V\d{6}/.exec(await social.say(`agree ${request}`))?.[0] ?? ''
  expect(await mother.hears('has the number')).toContain(number)
  expect(await mother.say('for Ming Zhang shifts')).toMatch(/^\[Ming Zhang\] /)
  expect(await mother.say('for Ming Zhang')).toContain('What shall I do for Ming Zhang?')
  await social.say('lang zh')
})
