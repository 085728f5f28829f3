import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'

type Talker = Awaited<ReturnType<App['registered']>>
let app: App
let chen: Talker
let wang: Talker
let zhang: Talker

beforeAll(async () => {
  app = await startApp()
  chen = await app.admin()
  wang = await app.registered('wang', '王社工')
  zhang = await app.registered('zhang', '张三')
})
afterAll(() => app.stop())

describe('队', () => {
  test('队 新建 makes a team and says what comes next', async () => {
    const answer = await chen.say('队 新建 南园队')
    expect(answer).toContain('建好了：南园队（服务队）。')
    expect(answer).toContain('「绑定 南园队」')
    expect(await chen.say('队 新建 南园队')).toBe('已经有「南园队」了。')
  })

  test('a team may stand in a station; 队 lists them by station', async () => {
    expect(await chen.say('队 新建 园岭站')).toContain('园岭站（服务站）')
    expect(await chen.say('队')).toBe('园岭站：还没有队\n未分站：南园队')
  })

  test('without a name it asks; a name that would split an audience is asked again', async () => {
    expect(await chen.say('队 新建')).toContain('新队叫什么名字？')
    expect(await chen.say('红队、蓝队')).toContain('不带空格、逗号、顿号')
    expect(await chen.say('13800000000')).toContain('不要只有数字')
    expect(await chen.say('红队')).toContain('建好了：红队')
    expect(await chen.say('队 新建 好的')).toContain('队名请用')
    await chen.say('取消')
  })

  test('a picture, which comes without words, leaves the question open', async () => {
    await chen.say('队 新建')
    expect(await chen.say('')).toContain('图片和语音我还看不懂')
    expect(await chen.say('绿队')).toContain('建好了：绿队')
  })

  test('is done by admins', async () => {
    expect(await zhang.say('队 新建 黑队')).toBe('这件事由管理员来做，请联系他们。')
    expect(await app.person('passer-by').say('队 新建 黑队')).toBe(
      '这件事由管理员来做。你也是的话，先回复「注册 你的姓名」，再请管理员授权。',
    )
  })
})

describe('授权', () => {
  test('says number and account of the person found, and waits for 是', async () => {
    const question = await chen.says('授权 王社工 社工 南园队')
    expect(question.here).toBe(
      `请核对：${wang.number} 王社工（standard 账号 王社工）\n成为南园队的社工。\n对的话回复「是」。`,
    )
    expect(await wang.say('我')).toContain('还没有加入队伍')
    const done = await chen.says('是')
    expect(done.here).toContain('现在是南园队的社工，已经告诉本人')
    expect(done.others).toEqual([{ to: 'wang', text: expect.stringContaining('南园队的社工') }])
    expect(await wang.say('我')).toContain('身份：南园队社工')
    expect((await app.store.people.find(wang.number))?.grants).toMatchObject([
      { role: 'socialWorker', scope: { kind: 'team', name: '南园队' }, by: chen.number },
    ])
    expect(await chen.say('授权 王社工 社工 南园队')).toContain('已经是南园队的社工了')
  })

  test('好的 is no yes for this, 不 changes nothing', async () => {
    await chen.say('授权 张三 义工 南园队')
    expect(await chen.say('好的')).not.toContain('张三')
    expect(await chen.say('不')).toBe('好的，没有改动。')
    expect(await zhang.say('我')).toContain('还没有加入队伍')
  })

  test('义工 of a team is a member of it', async () => {
    await chen.say('授权 张三 义工 南园队')
    await chen.say('是')
    expect(await zhang.say('我')).toContain('身份：南园队义工')
    expect(await chen.say('授权 张三 义工 全部')).toContain('加入哪个队')
  })

  test('of namesakes the number is asked', async () => {
    const one = await app.registered('li-1', '李秀英')
    const two = await app.registered('li-2', '李秀英')
    const answer = await chen.say('授权 李秀英 队长 南园队')
    expect(answer).toContain(one.number)
    expect(answer).toContain(two.number)
    expect(await chen.say(two.number)).toContain(`${two.number} 李秀英（`)
    await chen.say('是')
    expect(await two.say('我')).toContain('南园队队长')
    expect(await one.say('我')).toContain('还没有加入队伍')
  })

  test('what is missing is said with an example; a group is no place for it', async () => {
    expect(await chen.say('授权 张三')).toContain('「授权 张三 社工 南园队」')
    expect(await chen.say('授权 张三 队长')).toContain('「授权 张三 队长 南园队」')
    expect((await chen.says('授权 张三 队长 南园队', { room: 'r-1' })).here).toContain('私聊')
    expect(await wang.say('授权 张三 队长 南园队')).toBe('这件事由管理员来做，请联系他们。')
  })
})

describe('撤权', () => {
  test('says which role of whom, waits for 是, tells the person, and is over', async () => {
    const sun = await app.registered('sun', '孙丽华')
    await chen.say('授权 孙丽华 社工 红队')
    await chen.say('是')
    expect(await chen.say('撤权 孙丽华')).toBe(
      `请核对：${sun.number} 孙丽华 不再是红队的社工。\n对的话回复「是」。`,
    )
    expect(await sun.say('我')).toContain('红队社工')
    const done = await chen.says('是')
    expect(done.here).toBe(`好了，${sun.number} 孙丽华 不再是红队的社工。`)
    expect(done.others).toEqual([{ to: 'sun', text: expect.stringContaining('红队的社工') }])
    expect(await sun.say('我')).toContain('还没有加入队伍')
    expect(await chen.say('撤权 孙丽华')).toContain('没有这个身份')
    expect((await app.store.people.find(sun.number))?.revoked).toMatchObject([
      { role: 'socialWorker', scope: { kind: 'team', name: '红队' }, by: chen.number },
    ])
  })

  test('of several roles it wants to know which', async () => {
    await chen.say('授权 孙丽华 社工 红队')
    await chen.say('是')
    await chen.say('授权 孙丽华 义工 南园队')
    await chen.say('是')
    expect(await chen.say('撤权 孙丽华')).toContain('有几个身份：红队的社工、南园队的义工。请说明撤哪一个。')
    expect(await chen.say('撤权 孙丽华 南园队')).toContain('不再是南园队的义工')
    expect(await chen.say('不')).toBe('好的，没有改动。')
  })

  test('takes back what reaches everything too, but never one’s own last word', async () => {
    await chen.say('授权 孙丽华 管理员 全部')
    await chen.say('是')
    await chen.say('revoke 孙丽华 admin all')
    expect(await chen.say('是')).toContain('不再是管理员（全部范围）')
    expect(await chen.say(`撤权 ${chen.number} 管理员`)).toContain('请另一位总管理员来撤')
    expect(await wang.say('撤权 张三 义工 南园队')).toBe('这件事由管理员来做，请联系他们。')
  })

  test('in English', async () => {
    await chen.say('lang en')
    expect(await chen.say('revoke 孙丽华 社工 红队')).toContain('is no longer social worker (红队)')
    expect(await chen.say('yes')).toMatch(/^Done: V\d{6} 孙丽华 is no longer social worker/)
    await chen.say('lang zh')
  })
})

describe('语言', () => {
  test('answers in the language asked for, from that answer on', async () => {
    const anna = app.person('anna', 'Anna')
    expect(await anna.say('语言 en')).toBe('All right, from now on I answer in English.')
    expect(await anna.say('me')).toContain('register')
    expect(await anna.say('lang 中文')).toBe('好的，以后用中文回复你。')
  })

  test('asks which; what is no language is no answer', async () => {
    const anna = app.person('anna', 'Anna')
    const question = await anna.says('语言')
    expect(question.quickReplies).toEqual(['中文', 'English'])
    expect(await anna.say('English')).toContain('from now on I answer in English')
    await anna.say('lang zh')
  })
})

describe('绑定', () => {
  test('its social worker binds a group to a team', async () => {
    const answer = await wang.says('绑定 南园队', { room: 'group:1', roomName: '南园群' })
    expect(answer.here).toContain('这个群是南园队的群')
    const [room] = await app.store.rooms.ofTeams(['南园队'])
    expect(room).toMatchObject({
      platform: 'standard',
      room: 'group:1',
      name: '南园群',
      boundBy: wang.number,
    })
  })

  test('asks for the team, offering those of the asker', async () => {
    const question = await wang.says('绑定', { room: 'r-2', mention: true })
    expect(question.quickReplies).toEqual(['南园队'])
    expect((await wang.says('南园队', { room: 'r-2', mention: true })).here).toContain('绑好了')
  })

  test('not somebody else’s team, not somebody else’s group, not in a direct chat', async () => {
    expect((await wang.says('绑定 红队', { room: 'r-3', mention: true })).here).toContain(
      '红队要由它的社工或管理员来绑定',
    )
    expect((await wang.says('南园队', { room: 'r-3', mention: true })).here).toContain('绑好了')
    await chen.says('绑定 红队', { room: 'r-4', mention: true })
    expect((await wang.says('绑定 南园队', { room: 'r-4', mention: true })).here).toContain(
      '这个群已经是红队的群',
    )
    expect(await wang.say('绑定 南园队')).toBe('这句话请在要绑定的群里说。')
    expect((await zhang.says('绑定 南园队', { room: 'r-1', mention: true })).here).toContain('由社工来做')
  })
})

describe('我', () => {
  test('number, roles, hours, star and what comes next', async () => {
    expect(await zhang.say('我')).toBe(
      [
        `张三，义工号 ${zhang.number}`,
        '身份：南园队义工',
        '时长：已核实 0小时',
        '星级：还没有；1星还差 100小时，最早 2027年5月24日 周一',
        '接下来没有活动，回复「活动」看看。',
      ].join('\n'),
    )
  })

  test('in a group the answer comes privately', async () => {
    const answer = await zhang.says('我', { room: 'r-1', mention: true })
    expect(answer.here).toBe('已私信给你。')
    expect(answer.direct).toContain(zhang.number)
  })

  test('shows the next two activities', async () => {
    for (const day of ['26', '27', '28'])
      await wang
        .say(`发布 巡河${day} | 环保服务 | 11月${day}日9:00-11:00 | 河边 | 5人`)
        .then(() => wang.say('是'))
    await zhang.say('报名 A1')
    await zhang.say('报名 A3')
    expect(await zhang.say('我')).toContain(
      '接下来：A1 11月26日 周四 9:00-11:00 巡河26、A3 11月28日 周六 9:00-11:00 巡河28',
    )
  })
})

describe('退订 and 订阅', () => {
  test('turn calls off and on', async () => {
    expect(await zhang.say('TD')).toContain('不再给你发召集')
    expect((await app.store.people.find(zhang.number))?.optedOut).toBeInstanceOf(Date)
    expect(await zhang.say('我')).toContain('你已退订召集')
    expect(await zhang.say('订阅')).toContain('有召集会再发给你')
    expect((await app.store.people.find(zhang.number))?.optedOut).toBeUndefined()
  })

  test('a stranger is answered too', async () => {
    expect(await app.person('nobody').say('退订')).toContain('你还没有登记')
  })
})
