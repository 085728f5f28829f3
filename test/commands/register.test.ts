import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runRegister } from '../../src/commands/register/run.ts'
import { type App, startApp } from '../support/app.ts'
import { openCommandStore } from '../support/command-store.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const personOf = async ({ identity }: { identity: string }) => {
  const found = await app.store.identities.find(identity)
  return found?.person ? await app.store.people.find(found.person) : null
}

test('注册 asks for one thing at a time and stores nothing before the consent', async () => {
  const zhang = app.person('zhang', '阿强')
  expect(await zhang.say('注册')).toContain('你的姓名')
  expect(await zhang.say('我叫张三')).toContain('张三，你好！你的手机号是？')
  expect(await zhang.say('138 0000 0000')).toContain('哪一年出生')
  const consent = await zhang.say('1990年')
  expect(consent).toContain('示范社工服务中心用你的姓名、手机、出生年份和服务记录来组织活动')
  expect(consent).toContain('保存到你要求删除为止')
  expect(await personOf(zhang)).toBeNull()
  expect(await zhang.say('同意')).toMatch(/^登记好了，张三！你的义工号是 V\d{6}。/)

  const person = await personOf(zhang)
  expect(person).toMatchObject({ name: '张三', consent: { version: '2026-11' }, grants: [] })
  expect(app.store.seal.open(person?.phone ?? '')).toBe('13800000000')
  expect(app.store.seal.open(person?.birth ?? '')).toBe('1990')
  expect(person?.phoneIndex).toBe(app.store.seal.blindIndex('13800000000'))
  expect(await zhang.say('注册 李四')).toBe(`你已经登记过了：张三，义工号 ${person?._id}。`)
})

test('everything at once leaves only the consent to ask', async () => {
  const li = app.person('li')
  expect(await li.say('注册 李秀英 13900000000 1985-05-01 法律援助')).toContain('同意就回复「同意」')
  await li.say('同意')
  expect(await personOf(li)).toMatchObject({ name: '李秀英', skills: ['法律援助'] })
})

describe('what one can do is asked last, of somebody who is registered by then', () => {
  const newcomer = async (user: string) => {
    const one = app.person(user)
    await one.say(`注册 王小明 13700000001 1990`)
    return { ...one, done: await one.says('同意') }
  }

  test('said in words it is noted', async () => {
    const one = await newcomer('can')
    expect(one.done.direct).toMatch(
      /你的义工号是 V\d{6}。\n回复「活动」.*\n会点什么，也可以告诉我，例如回复「急救、粤语」；不说就回复 0。$/,
    )
    expect(one.done.quickReplies).toEqual(['活动', '帮助', '跳过'])
    expect(await one.say('我会急救、粤语和太极')).toBe('记下了，你的专长：急救、粤语、太极。')
    expect((await personOf(one))?.skills).toEqual(['急救', '粤语', '太极'])
  })

  test.each(['0', '跳过', '没有，谢谢'])('%s leaves it', async (text) => {
    const one = await newcomer(`skip-${text}`)
    expect(await one.say(text)).toBe('好的。以后想说，就说「专长 急救、粤语」。')
    expect((await personOf(one))?.skills).toEqual([])
  })

  test('every other word means what it always means', async () => {
    const one = await newcomer('busy-one')
    expect(await one.say('活动')).not.toContain('专长')
    expect(await one.say('取消')).not.toContain('不做了')
    expect(await one.say('我的班次')).toContain('没有')
    await newcomer('busy-two')
    for (const talk of ['你好', '谢谢', '我想参加', '明天几点', '1', '你好，我想问一下'])
      expect(await app.person('busy-two').say(talk)).not.toContain('专长：')
    expect((await personOf(app.person('busy-two')))?.skills).toEqual([])
  })

  test('not asked of who has said it; asked in English', async () => {
    const able = app.person('able')
    await able.say('注册 李秀英 13900000009 1985 法律援助')
    const done = await able.says('同意')
    expect(done.direct).not.toContain('会点什么')
    expect(done.quickReplies).toEqual(['活动', '帮助'])
    const amy = app.person('amy-able')
    await amy.say('lang en')
    await amy.say('register Amy Smith 13900000008 1990')
    expect(await amy.say('agree')).toContain('What can you do?')
    expect(await amy.say('first aid and Cantonese')).toBe('Noted, your skills: first-aid, Cantonese.')
  })
})

test('two people may share a phone', async () => {
  for (const user of ['mother', 'son']) {
    const one = app.person(user)
    await one.say('注册 王小明 13700000000 1990')
    expect(await one.say('同意')).toContain('登记好了')
  }
})

test('不同意 registers nobody', async () => {
  const wary = app.person('wary')
  await wary.say('注册 钱多多 13600000000 1990')
  expect(await wary.say('不同意')).toContain('没有为你登记')
  expect(await personOf(wary)).toBeNull()
})

test('in a group nothing personal is taken: it is done in a direct chat', async () => {
  const loud = app.person('loud')
  const answer = await loud.says('注册 赵大声 13500000000 1990', { room: 'r-1' })
  expect(answer.here).toContain('登记请私聊我')
  expect(answer.here).not.toContain('135')
  expect(await loud.say('同意')).not.toContain('登记好了')
  expect(await personOf(loud)).toBeNull()
})

describe('age', () => {
  test('under 14 a guardian is needed and nothing is stored', async () => {
    const child = app.person('child')
    expect(await child.say('注册 小红 13400000000 2015')).toContain('还不到 14 岁')
    expect(await child.say('同意')).not.toContain('登记好了')
    expect(await personOf(child)).toBeNull()
  })

  test('a year that leaves it open is asked back: on 24 November 2026 some of 2012 are 14', async () => {
    const nearly = app.person('nearly')
    expect(await nearly.say('注册 小刚 13300000000 2012')).toContain('完整的出生日期')
    expect(await nearly.say('2012-11-25')).toContain('还不到 14 岁')
    await nearly.say('注册 小刚 13300000000 2012')
    expect(await nearly.say('2012-11-24')).toContain('你还不到 18 岁，有危险的活动不能参加')
    expect(await nearly.say('同意')).toContain('登记好了')
  })
})

test('hostile names are data like any other', async () => {
  for (const [i, name] of [
    '$where',
    '{"$gt":""}',
    '=cmd|calc',
    '${process.exit()}',
    '<b>x</b>',
    '‮张无忌',
  ].entries()) {
    const one = app.person(`hostile-${i}`)
    await one.say('注册')
    await one.say(name)
    await one.say('跳过')
    await one.say('1990')
    const person = (await one.say('同意')).includes('登记好了') ? await personOf(one) : null
    // What the normaliser takes away (a mark that turns the writing round) was never part of the name.
    expect(person?.name).toBe(name.replace('‮', ''))
  }
})

test('the first admin, a person without consent, completes the same number', async () => {
  const chen = await app.admin()
  await chen.say('注册 陈主任 13200000000 1970')
  expect(await chen.say('同意')).toContain(`你的义工号是 ${chen.number}`)
  const person = await app.store.people.find(chen.number)
  expect(person?.consent?.version).toBe('2026-11')
  expect(person?.grants).toMatchObject([{ role: 'admin' }])
})

test('a rerun gives the same answer and makes nobody twice', async () => {
  const { run, store, close } = await openCommandStore()
  await store.identities.add({
    _id: 'test:V9',
    platform: 'test',
    account: 'test',
    user: 'V9',
    name: '',
    seenAt: new Date(),
  })
  const args = { name: '张三', skipPhone: true, birth: '1990', consent: true }
  const first = await run(runRegister, args, { by: 'V9', key: 'm-1' })
  expect(await run(runRegister, args, { by: 'V9', key: 'm-1' })).toEqual(first)
  expect(await run(runRegister, args, { by: 'V000001', key: 'm-1' })).toEqual(first)
  expect(await store.people.model.countDocuments()).toBe(1)
  await close()
})

describe('你的姓名 is nobody’s name', () => {
  test('said word for word, it is answered with how it is meant, and the name is asked for', async () => {
    const literal = app.person('literal')
    const hint = '把「你的姓名」换成你自己的名字就行，例如「注册 王小明」。请问怎么称呼你？'
    expect(await literal.say('注册 你的姓名')).toBe(hint)
    expect(await literal.say('你的姓名')).toBe(hint)
    expect(await literal.say('注册 姓名 13100000000')).toBe(hint)
    expect(await literal.say('孙二娘')).toContain('哪一年出生')
    await literal.say('1990')
    expect(await literal.say('同意')).toContain('登记好了，孙二娘！')
    expect(app.store.seal.open((await personOf(literal))?.phone ?? '')).toBe('13100000000')
  })

  test('in English; a title is no name either', async () => {
    const literal = app.person('literal-en')
    await literal.say('lang en')
    expect(await literal.say('register your name')).toContain('Please put your own name there')
    expect(await literal.say('Mary Smith')).toContain('Hello Mary Smith!')
    const title = app.person('title')
    expect(await title.say('注册 片区管理员')).toContain('可以这样说：「注册 张三」')
    expect(await app.store.people.model.countDocuments({ name: /姓名|your name/i })).toBe(0)
  })
})

test('consent is kept with the version of its text, when it was given, and by which message', async () => {
  const one = app.person('consenting')
  await one.say('注册 周到 13900000009 1988 法律援助 粤语')
  const said = await one.says('同意')
  expect(await personOf(one)).toMatchObject({
    skills: ['法律援助', '粤语'],
    consent: { version: '2026-11', key: `standard:default:${said.id}`, at: expect.any(Date) as Date },
  })
})
