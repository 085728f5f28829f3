import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'

type Talker = Awaited<ReturnType<App['registered']>>
let app: App
let chen: Talker
let zhang: Talker

beforeAll(async () => {
  app = await startApp()
  chen = await app.admin()
  zhang = await app.registered('zhang', '张三')
})
afterAll(() => app.stop())

/** What other programs would run, look up or fill in. */
const hostile = [
  '$where',
  '{"$gt":""}',
  '{{7*7}}',
  '${7*7}',
  '=HYPERLINK("http://example.org")',
  '<script>alert(1)</script>',
  '%00../../etc/passwd',
  "'; DROP TABLE people; --",
]

describe.each(hostile)('%s', (text) => {
  test('as a title and a place it is stored and said back as it is', async () => {
    const echo = await chen.say(`发布 | ${text} | 老人服务 | 周六9:00-12:00 | ${text} | 10人`)
    expect(echo).toContain(text)
    const [code = ''] = /A\d+/.exec(await chen.say('是')) ?? []
    expect(await app.store.activities.find(code)).toMatchObject({ title: text, place: text })
    expect(await chen.say(`活动 ${code}`)).toContain(text)
    const signedUp = await zhang.say(`报名 ${code}`)
    expect(signedUp).toContain('报名成功')
    expect(signedUp).toContain(text)
    await zhang.say(`取消 ${code} ${text}`)
  })

  test('as a name nobody is called so, and nothing is found by it', async () => {
    expect(await chen.say(`授权 ${text} 社工 全部`)).not.toContain(zhang.number)
    expect(await chen.say(`帮助 ${text}`)).toContain('帮助')
    expect(await app.store.people.named(text)).toEqual([])
  })

  test('as the name an account shows it does no harm', async () => {
    const stranger = app.person(`user ${text}`, text)
    expect(await stranger.say('我')).toContain('注册')
    expect(await app.store.identities.find(stranger.identity)).toMatchObject({ name: text })
  })
})

test.each([
  ['4,000 characters', '好'.repeat(4_000)],
  ['20,000 characters', 'a'.repeat(20_000)],
  ['control characters', 'a\u0000\u0007\u001b[31mb'],
  ['emoji', '👩‍👩‍👧‍👦🇨🇳👍🏽'],
  ['marks that turn the direction', '\u202e报名A12\u202c\u200f'],
  ['a half of a pair', '\ud83d'],
  ['many lines', '报名\n'.repeat(1_000)],
])('%s are taken, and the next message is answered', async (name, text) => {
  const somebody = app.person(`talks in ${name}`)
  expect((await somebody.send(text)).status).toBe(202)
  expect(await somebody.say('帮助')).toContain('帮助')
})

test('a name made of what cannot be seen or goes backwards is not taken', async () => {
  const somebody = app.person('nameless')
  await somebody.say('注册 \u202e\u200b')
  expect((await app.store.identities.find(somebody.identity))?.person).toBeUndefined()
})
