import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'
import { postActivity } from '../support/post-activity.ts'

// Everyday words that lead to commands. It is Tuesday, 24 November 2026, 10:00 in Shanghai.

let app: App
let leader: Awaited<ReturnType<App['withRole']>>
let zhang: Awaited<ReturnType<App['somebody']>>
beforeAll(async () => {
  app = await startApp()
  leader = await app.withRole('leader', '王队长')
  zhang = await app.somebody('张三')
})
afterAll(() => app.stop())

describe('what may be several things', () => {
  test('is answered with how each is said; a yes to it does nothing', async () => {
    const said = await zhang.says('不想用了')
    expect(said.direct).toBe(
      [
        '可以这样说：',
        '「退订」不再收召集；自己报了名的活动照常提醒。',
        '「退出 南园队」退出一个队；报过的活动和时长都还在。',
        '「注销」删掉你的个人信息，问两次；时长只留不带姓名的数字。',
      ].join('\n'),
    )
    expect(said.quickReplies).toEqual(['退订', '退出', '注销'])
    await zhang.say('是')
    expect(await app.store.people.find(zhang.number)).toMatchObject({ name: '张三' })
    expect(await zhang.say('找社工')).toBe(
      '可以这样说：\n「反映 楼道灯坏了」有需要、有意见就说，我转给负责的社工；社工只说「反映」看等答复的。',
    )
  })

  test('shows each only what they may use', async () => {
    expect((await zhang.says('我有哪些待办')).quickReplies).toEqual(['我的班次'])
    expect((await leader.says('我有哪些待办')).quickReplies).toEqual(['待核', '我的班次'])
    expect(await (await app.somebody('李四')).say('人手不够')).toContain('没听懂')
    expect(await leader.say('人手不够')).toContain('「召集 A12 南园队」')
  })

  test('in a group only when the bot is asked', async () => {
    expect((await zhang.says('我想退出', { room: 'r-1' })).here).toBe('')
    expect((await zhang.says('我想退出', { room: 'r-1', mention: true })).here).toContain('「退订」')
  })

  test('in English', async () => {
    const mary = await app.registered('mary', 'Mary Smith')
    await mary.say('speak English')
    expect(await mary.say('talk to a human')).toMatch(/^You can say:\n"report /)
    expect(await mary.say("who hasn't checked in")).toBe(
      'This is done by a leader or social worker; please ask one.',
    )
    expect(await mary.say('my certificate')).toBe('Did you mean "certificate"? Answer yes')
  })
})

describe('what is asked back', () => {
  test('我会剪头发 adds to what one can do, after 是', async () => {
    await zhang.say('专长 急救')
    expect(await zhang.say('我会剪头发')).toBe('你是想「专长 急救、剪头发」吗？回复「是」。')
    expect(await app.store.people.find(zhang.number)).toMatchObject({ skills: ['急救'] })
    expect(await zhang.say('是')).toBe('记下了，你的专长：急救、剪头发。')
  })

  test('谁还没签到 shows the leader who comes, and tells others who may see it', async () => {
    const code = await postActivity(app.store, { responsible: leader.number })
    expect(await leader.say(`${code}谁没来`)).toBe(`你是想「名单 ${code}」吗？回复「是」。`)
    expect(await leader.say('是')).toContain('还没有人报名')
    expect(await zhang.say('谁还没签到')).toBe('这件事由队长或社工来做，请联系他们。')
  })

  test('what deletes asks its own questions after the yes', async () => {
    const wang = await app.somebody('王五')
    expect(await wang.say('删除我的账号')).toBe('你是想「注销」吗？回复「是」。')
    await wang.say('是')
    expect(await app.store.people.find(wang.number)).toMatchObject({ name: '王五' })
  })
})
