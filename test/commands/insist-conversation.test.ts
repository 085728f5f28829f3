import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'

// Answers that are none, and commands that do not fit: what was asked stays asked, and nobody is left without a word.

let app: App
let chen: Awaited<ReturnType<App['admin']>>
let zhang: Awaited<ReturnType<App['registered']>>
beforeAll(async () => {
  app = await startApp()
  chen = await app.admin()
  zhang = await app.registered('zhang', '张三')
  await chen.say('队 新建 南园队')
})
afterAll(() => app.stop())

const again = '这个没看懂，再说一次好吗？不做了就回复「取消」。\n'

describe('an open question', () => {
  test('is asked once more, as often as it takes', async () => {
    const hu = app.person('hu')
    await hu.say('注册 胡一')
    for (const said of ['12345', '我没有手机号呀'])
      expect(await hu.say(said)).toBe(`${again}胡一，你好！你的手机号是？不想留就回复「跳过」。`)
    await hu.say('跳过')
    expect(await hu.say('90后')).toContain('你是哪一年出生的？')
    await hu.say('1990')
    expect(await hu.say('嗯哼')).toBe(`${again}请回复「同意」或「不同意」。`)
    expect(await hu.say('同意')).toContain('登记好了')
  })

  test('before something wide-reaching says which words it takes, and 好的 is none of them', async () => {
    const asked = await chen.say('授权 张三 社工 南园队')
    expect(asked).toContain('请核对')
    for (const nearly of ['好的', '可以', '是不是也发给华强队？'])
      expect(await chen.say(nearly)).toBe(`${again}请回复「是」或「不」。`)
    expect((await app.store.people.find(zhang.number))?.grants).toEqual([])
    expect(await chen.say('不')).toBe('好的，没有改动。')
  })

  test('is closed by a no that is no answer to it', async () => {
    expect(await chen.say('队 新建')).toContain('新队叫什么名字？')
    expect(await chen.say('是')).toContain(`${again}新队叫什么名字？`)
    expect(await chen.say('不')).toBe('好的，没有改动。')
    expect(await app.store.teams.find('是')).toBeNull()
    expect(await chen.say('是')).not.toContain('新队')
  })

  test('stays quiet at thanks and stickers, and is answered afterwards', async () => {
    await chen.say('队 新建')
    expect(await chen.say('谢谢')).toBe('')
    expect(await chen.say('[微笑]')).toBe('')
    expect(await chen.say('北园队')).toContain('建好了：北园队')
  })

  test('a picture is answered once in a direct chat, and never in a group', async () => {
    const wu = app.person('wu')
    expect(await wu.say('')).toBe('图片和语音我还看不懂，请打字告诉我。回复「帮助」看看能说什么。')
    expect(await wu.say('')).toBe('')
    expect((await app.person('zheng').says('', { room: 'r-9', mention: true })).here).toBe('')
  })

  test('in a group is not forced on people who talk with each other', async () => {
    await chen.says('绑定', { room: 'r-9', mention: true })
    expect((await chen.says('大家吃了吗', { room: 'r-9' })).here).toBe('')
    expect((await chen.says('红红队', { room: 'r-9', mention: true })).here).toContain('这个群是哪个队的？')
    expect((await chen.says('南园队', { room: 'r-9', mention: true })).here).toContain('绑好了')
  })

  test('in English', async () => {
    const amy = app.person('amy')
    await amy.say('hello')
    await app.store.identities.setLocale(amy.identity, 'en')
    await amy.say('register Amy')
    expect(await amy.say('maybe later')).toMatch(
      /^I could not make that out; please say it again, or "cancel" to stop\.\n.*phone/,
    )
    await amy.say('skip')
    await amy.say('1990')
    expect(await amy.say('hmm')).toContain('Please answer "agree" or "disagree".')
    expect(await amy.say('agree')).toContain('Amy')
  })
})

describe('somebody who is not registered', () => {
  test('is asked to register, in a group by a direct message', async () => {
    const lin = app.person('lin')
    expect(await lin.say('报名 A1')).toBe('先登记一下就能用了：回复「注册 你的姓名」。')
    expect((await lin.says('报名 A1', { room: 'r-9' })).here).toBe(
      '先登记一下就能用了：请私聊我，说「注册」。',
    )
  })

  test('is not told that registering is enough for what takes a role', async () => {
    const lin = app.person('lin')
    expect(await lin.say('统计')).toBe(
      '这件事由队长或社工来做。你也是的话，先回复「注册 你的姓名」，再请管理员授权。',
    )
    expect(await lin.say('待核')).toContain('由队长或社工来做')
    expect(await lin.say('谁报名了')).toContain('由队长或社工来做')
    await app.store.identities.setLocale(lin.identity, 'en')
    expect(await lin.say('stats')).toContain(
      'This is done by a leader or social worker. If you are one, say "register"',
    )
    expect((await lin.says('signup A1', { room: 'r-9' })).here).toContain('write to me directly')
  })
})

describe('a command that does not fit', () => {
  test('is told how it is said, every time', async () => {
    for (const said of ['时长 上火星', '时长 去年冬天'])
      expect(await zhang.say(said)).toBe('没听懂，可以这样说：「时长 本月」看已核实、待核实和未通过的时长。')
    expect(await chen.say('统计 火星')).toContain('「统计 本月 按队」')
    expect(await chen.say('授权 没这个人 队长 南园队')).toContain('「授权 张三 社工 南园队」')
  })

  test('that somebody may not use says who may', async () => {
    expect(await zhang.say('统计 火星')).toBe('这件事由队长或社工来做，请联系他们。')
  })

  test('is nothing in a group, unless the bot is addressed', async () => {
    expect((await zhang.says('活动取消了吗', { room: 'r-9' })).here).toBe('')
    expect((await zhang.says('活动 火星', { room: 'r-9', mention: true })).here).toContain('「活动」')
  })

  test('in English', async () => {
    await app.store.identities.setLocale(zhang.identity, 'en')
    expect(await zhang.say('hours on mars')).toMatch(/^I did not understand that\. Try "hours/)
    expect(await zhang.say('listen to me')).not.toContain('Try "')
    await app.store.identities.setLocale(zhang.identity, 'zh-CN')
  })
})
