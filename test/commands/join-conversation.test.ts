import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'

// Joining a team takes its leader's word; every such word has a number. It is Tuesday, 24 November 2026, 10:00.

let app: App
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
  const admin = await app.admin()
  for (const team of ['南园队', '华强队', '园岭队', '梅林队']) await admin.say(`队 新建 ${team}`)
})
afterAll(() => app.stop())

/** Somebody asks to join; gives the number of the request. */
async function asks(name: string, team: string) {
  const one = await app.somebody(name)
  const said = await one.says(`加入 ${team}`)
  return { one, said, request: /Q\d+/.exec(said.here)?.[0] ?? said.here }
}

describe('加入', () => {
  test('asks the leader, who agrees by its number; then calls reach the new member', async () => {
    const leader = await app.withRole('leader', '刘队长')
    const { one: zhang, said, request } = await asks('张三', '南园队')
    expect(said.here).toBe(`已替你申请加入南园队（${request}）。队长同意了我就告诉你。`)
    expect(said.others).toEqual([
      {
        to: leader.user,
        text: `${request}：张三 ${zhang.number} 想加入南园队。回复「同意 ${request}」或「不同意 ${request} 原因」。`,
      },
    ])
    expect(await zhang.say('加入南园队')).toBe(
      `你已经申请加入南园队了（${request}），等队长答复，不用再说一次。`,
    )
    expect(await leader.say('待核')).toBe(
      `待核：1 个申请\n${request} 张三 ${zhang.number} 想加入南园队\n可以说「同意 ${request}」，或「不同意 ${request} 原因」。`,
    )
    const agreed = await leader.says(`同意 ${request}`)
    expect(agreed.here).toBe(`${zhang.number} 已加入南园队，已告诉本人。`)
    expect(agreed.others).toEqual([{ to: zhang.user, text: '欢迎加入南园队！有活动我会叫你。' }])
    expect(await leader.say(`同意 ${request}`)).toBe(`${request} 已经有答复了，没有改动。`)
    expect(await leader.say('待核')).toBe('没有等你答复的申请，也没有等你核实的时长。')
    expect(await zhang.say('我')).toContain('南园队')
    expect(await zhang.say('加入 南园队')).toBe('你已经是南园队的人了。')
  })

  test('asks for the team, and knows only teams there are', async () => {
    const li = await app.somebody('李四')
    const asked = await li.says('加入')
    expect(asked.here).toContain('想加入哪个队？')
    expect(asked.quickReplies).toContain('华强队')
    expect(await li.say('华强队')).toContain('已替你申请加入华强队')
    expect(await li.say('加入 无名队')).toBe('没有叫「无名队」的队。回复「队」看看有哪些。')
  })

  test('a refusal says why; nobody answers for another team or for themselves', async () => {
    const leader = await app.withRole('leader', '黄队长', '园岭队')
    const stranger = await app.withRole('leader', '别队长', '梅林队')
    const { one: wang, request } = await asks('王五', '园岭队')
    expect(await stranger.say(`同意 ${request}`)).toBe(`没有等你答复的 ${request}。「待核」看看有哪些。`)
    expect(await stranger.say('同意 Q999')).toBe('没有等你答复的 Q999。「待核」看看有哪些。')
    expect(await wang.say(`同意 ${request}`)).toBe('这件事由队长或社工来做，请联系他们。')
    expect(await leader.say(`不同意 ${request}`)).toBe(`不同意 ${request} 的原因是什么？会告诉本人。`)
    const refused = await leader.says('这一季名额满了')
    expect(refused.here).toBe(`没有同意 ${wang.number} 加入园岭队，已告诉本人。`)
    expect(refused.others).toEqual([
      {
        to: wang.user,
        text: '这次没能加入园岭队：这一季名额满了。别的队也欢迎你，说「队」看看有哪些。',
      },
    ])
    expect((await asks('王五', '园岭队')).request).not.toBe(request)
  })

  test('in a group the answer names nobody; in English', async () => {
    const leader = await app.withRole('leader', 'Lee', '梅林队')
    await leader.say('lang en')
    const amy = await app.somebody('Amy')
    await amy.say('lang en')
    const said = await amy.says('join 梅林队')
    const request = /Q\d+/.exec(said.here)?.[0] ?? ''
    expect(said.here).toContain('I have asked for you to join 梅林队')
    const agreed = await leader.says(`agree ${request}`, { room: 'r-9', mention: true })
    expect(agreed.here).not.toContain(amy.number)
    expect(agreed.direct).toContain(`${amy.number} is a member of 梅林队 now`)
    expect(await amy.hears('Welcome to 梅林队')).toContain('I will call you')
  })
})

describe('退出', () => {
  test('takes effect at once, and the leader hears of it', async () => {
    const leader = await app.withRole('leader', '陈队长', '华强队')
    const member = await app.withRole('volunteer', '赵六', '华强队')
    expect(await member.say('退出')).toBe('要退出哪个队？华强队')
    const left = await member.says('华强队')
    expect(left.here).toBe('你已退出华强队。报过的活动和时长都还在；想回来就说「加入 华强队」。')
    expect(left.others).toEqual([{ to: leader.user, text: `赵六 ${member.number} 退出了华强队。` }])
    expect(await member.say('退出 华强队')).toBe('你不是华强队的队员，没有改动。')
    expect(await leader.say('退出 华强队')).toBe('你在华强队有职务，要卸下请联系管理员。')
  })
})
