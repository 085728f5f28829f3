import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'

// Somebody has two phones, or two accounts: both are one person. It is Tuesday, 24 November 2026, 10:00.

let app: App
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
})
afterAll(() => app.stop())

const codeIn = (answer: string) => /[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(answer)?.[0] ?? answer

describe('关联', () => {
  test('a code from the first chat joins the second; both are the same person, and the first hears of it', async () => {
    const phone = await app.somebody('张三')
    const desk = app.person('zhang-desk')
    expect(await desk.say('关联')).toContain('先在原来的账号里对我说「关联」')
    const answer = await phone.say('关联')
    const code = codeIn(answer)
    expect(answer).toBe(
      `你的关联码是 ${code}，10分钟内有效，只能用一次，不要给别人。\n在另一个账号里私聊我说「关联 ${code}」，两个账号就是同一个人了。`,
    )
    const joined = await desk.says(`关联 ${code.toLowerCase().replace('-', ' ')}`)
    expect(joined.here).toBe(
      `连好了，张三！这个账号也是你（${phone.number}）了。以后的消息发到你最近用的那个账号。`,
    )
    expect(joined.others).toEqual([
      {
        to: phone.user,
        text: '你的另一个账号已经和这里连在一起。不是你自己做的话，请马上联系社工。',
      },
    ])
    expect(await desk.say('我')).toContain(`张三，义工号 ${phone.number}`)
    expect(await desk.say(`关联 ${code}`)).toContain('关联码不对，或者已经过期')
    expect(await desk.say(`关联 ${codeIn(await phone.say('关联'))}`)).toContain('已经和你连在一起了')
    expect(await app.store.linkCodes.model.countDocuments({ _id: { $regex: code } })).toBe(0)
  })

  test('in English', async () => {
    const phone = await app.somebody('Amy')
    await phone.say('lang en')
    const desk = app.person('amy-desk')
    await desk.say('lang en')
    expect(await desk.say('link')).toContain('say “link” to me there')
    const code = codeIn(await phone.say('link'))
    const joined = await desk.says(`link ${code}`)
    expect(joined.here).toContain(`Done, Amy! This chat is you (${phone.number}) as well.`)
    expect(joined.others[0]?.text).toContain('If that was not you')
    expect(await desk.say(`link ABCDE-FGHJK`)).toContain('wrong or too old')
  })

  test('a code lives ten minutes, works in another chat only, and a new one ends the old', async () => {
    const phone = await app.somebody('李四')
    const desk = app.person('li-desk')
    const first = codeIn(await phone.say('关联'))
    expect(await phone.say(`关联 ${first}`)).toContain('这就是你原来的账号')
    const second = codeIn(await phone.say('关联'))
    expect(await desk.say(`关联 ${first}`)).toContain('关联码不对')
    app.clock.forward(10 * 60_000 + 1000)
    expect(await desk.say(`关联 ${second}`)).toContain('已经过期')
    expect(await desk.say('我')).toContain('先登记')
  })

  test('another registered person is not joined: that takes an admin', async () => {
    const phone = await app.somebody('王五')
    const other = await app.somebody('王五')
    const code = codeIn(await phone.say('关联'))
    expect(await other.say(`关联 ${code}`)).toBe(
      `这个账号已经登记为 ${other.number}，不能直接关联。如果两个都是你，请联系管理员，管理员说「合并 ${phone.number} ${other.number}」就行。`,
    )
    // The code is not used up by it.
    expect(await app.person('wang-desk').say(`关联 ${code}`)).toContain('连好了')
  })

  test('no code is given or taken in a group, and a guess is one of five a day', async () => {
    const phone = await app.somebody('赵六')
    expect((await phone.says('关联', { room: 'r-1', mention: true })).here).toContain('私聊')
    expect((await phone.says('关联交易是什么', { room: 'r-1' })).here).toBe('')
    const thief = app.person('thief')
    const code = codeIn(await phone.say('关联'))
    expect((await thief.says(`关联 ${code}`, { room: 'r-1', mention: true })).here).toContain('私聊')
    for (let n = 0; n < 5; n++) expect(await thief.say(`关联 AAAAA-AAAA${n + 2}`)).toContain('关联码不对')
    expect(await thief.say(`关联 ${code}`)).toContain('今天试的次数太多了')
    app.clock.forward(24 * 3600_000)
    expect(await thief.say(`关联 ${codeIn(await phone.say('关联'))}`)).toContain('连好了')
  })
})

test('a call reaches one person once, in the chat used last', async () => {
  await (await app.admin()).say('队 新建 南园队')
  const social = await app.withRole('socialWorker', '李社工')
  const phone = await app.withRole('volunteer', '周七')
  const desk = app.person('zhou-desk')
  await desk.say(`关联 ${codeIn(await phone.say('关联'))}`)
  await social.say('广播 南园队 第一次')
  await social.say('是')
  await desk.hears('第一次')
  await phone.say('我')
  await social.say('广播 南园队 第二次')
  await social.say('是')
  await phone.hears('第二次')
  expect(desk.heard().filter((text) => text.includes('第二次'))).toEqual([])
  expect(phone.heard().filter((text) => text.includes('第一次'))).toEqual([])
})

test('the two chats of one person cannot be at two places at once', async () => {
  const social = await app.withRole('socialWorker', '陈社工')
  const post = async (title: string) => {
    await social.say(`发布 ${title} | 老人服务 | 周日9:00-12:00 | 福利院 | 10人 | 南园队`)
    return /A\d+/.exec(await social.say('是'))?.[0] ?? ''
  }
  const [one, two] = [await post('探访'), await post('读报')]
  const phone = await app.somebody('吴八')
  const desk = app.person('wu-desk')
  await desk.say(`关联 ${codeIn(await phone.say('关联'))}`)
  expect(await phone.say(`报名 ${one}`)).toContain('报')
  expect(await desk.say(`报名 ${two}`)).toContain(one)
  expect(await desk.say('我的班次')).toContain(one)
})
