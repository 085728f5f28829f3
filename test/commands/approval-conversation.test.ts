import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'

let app: App
let chen: Awaited<ReturnType<App['admin']>>
const teams = ['南园队', '华强队', '园岭队', '福田队']
beforeAll(async () => {
  app = await startApp()
  chen = await app.admin()
  for (const [n, name] of teams.entries()) {
    await chen.say(`队 新建 ${name}`)
    await chen.says(`绑定 ${name}`, { room: `r-${n}`, roomName: `${name}群`, mention: true })
  }
})
afterAll(() => app.stop())

const toAll = teams.join('、')
const announcedIn = (text: string) =>
  app.receiver.messages.filter(({ data }) => data.text.startsWith(`【通知】${text}`))

/** A social worker for everything. */
async function socialWorker(name: string) {
  const one = await app.somebody(name)
  await chen.say(`授权 ${one.number} 社工 全部`)
  await chen.say('是')
  return one
}

test('to more than three rooms a second social worker agrees', async () => {
  const wang = await socialWorker('王社工')
  const li = await socialWorker('李社工')
  await wang.say('广播 南园队、华强队、园岭队 三个群')
  expect(await wang.say('是')).toContain('B1 已开始：3 个群')

  expect(await wang.say(`广播 ${toAll} 四个群的事\n请大家看一下`)).toContain('要另一位社工同意')
  expect(await wang.say('是')).toMatch(
    /^B2 要发到 4 个群，超过 3 个要另一位社工同意（Q1）。已经问了他们；11月25日 周三 10:\d\d 前没人同意就不发。$/,
  )
  expect(await li.hears('Q1：')).toMatch(
    /^Q1：王社工 想发 B2 给 南园队、华强队、园岭队、福田队（4 个群、私信 0 人）「【通知】四个群的事.*」。回复「同意 Q1」或「不同意 Q1 原因」。\n【通知】四个群的事\n请大家看一下\n——/,
  )
  expect(await wang.say('同意 Q1')).toBe('Q1 是你自己的，要由别人来答复。')
  expect(await wang.say('广播状态 B2')).toContain('等另一位社工同意')
  expect(await li.say('待核')).toContain('Q1 王社工 想发 B2')
  expect(announcedIn('四个群的事')).toEqual([])
  expect(await li.say('同意 B2')).toBe('同意了，B2 开始发，已告诉本人。')
  expect(await wang.hears('得到同意')).toBe('B2 得到同意，开始发了。可说「广播状态 B2」。')
  for (const n of teams.keys())
    await app.receiver.waitFor(
      ({ data }) => data.to.id === `r-${n}` && data.text.startsWith('【通知】四个群的事'),
    )
  expect(await li.say('同意 Q1')).toBe('Q1 已经有答复了，没有改动。')
})

test('a no is told with its reason, and nothing is sent', async () => {
  const wang = app.person('user-1')
  await wang.say(`广播 ${toAll} 不该发的`)
  await wang.say('是')
  expect(await app.person('user-2').say('不同意 Q2 时间写错了')).toBe('没有同意 B3，不发了，已告诉本人。')
  expect(await wang.hears('没有得到同意')).toBe('B3 没有得到同意，不发了：时间写错了。改好了可以再发一次。')
  expect(await wang.say('广播状态 B3')).toContain('没有发：另一位社工没有同意')
})

test('what was withdrawn cannot be agreed to', async () => {
  const wang = app.person('user-1')
  await wang.say(`广播 ${toAll} 又不发了`)
  await wang.say('是')
  expect(await wang.say('撤回 B4')).toContain('B4 已撤回：停下 4 条没发的')
  expect(await app.person('user-2').say('同意 Q3')).toMatch(/Q3 已经有答复了/)
})

test('with a time it waits for the word and then for its time', async () => {
  const wang = app.person('user-1')
  await app.store.identities.model.updateOne({ _id: wang.identity }, { locale: 'en' })
  await wang.say(`broadcast ${toAll} scheduled tomorrow 18:00 Open day`)
  expect(await wang.say('yes')).toMatch(
    /^B5 goes to 4 groups; above 3 a second social worker has to agree \(Q4\)/,
  )
  expect(await app.person('user-2').say('同意 Q4')).toBe(
    '同意了，B5 会在 11月25日 周三 18:00 发，已告诉本人。',
  )
  expect(await wang.hears('was agreed to')).toContain('goes out on')
  app.clock.set('2026-11-25T10:00:10Z')
  await app.receiver.waitFor(({ data }) => data.to.id === 'r-0' && data.text.startsWith('[NOTICE] Open day'))
})

test('without a word in a day it is not sent', async () => {
  const wang = app.person('user-1')
  await app.store.identities.model.updateOne({ _id: wang.identity }, { locale: 'zh-CN' })
  await wang.say(`广播 ${toAll} 没人理`)
  await wang.say('是')
  app.clock.forward(24 * 3600_000 + 60_000)
  expect(await wang.hears('B6（发给')).toMatch(/没有发：没有等到另一位社工同意。$/)
  expect(await app.person('user-2').say('同意 Q5')).toMatch(/Q5 已经有答复了|B6 已经撤回、过期或发出了/)
  expect(announcedIn('没人理')).toEqual([])
})

/** 全部 has three groups when it is set and four when its time has come. */
async function grown(said: string, yes = '是') {
  const inRoom = (text: string) => chen.says(text, { room: 'r-3', roomName: '福田队群', mention: true })
  await inRoom('解绑')
  await inRoom('是')
  const wang = app.person('user-1')
  await wang.say(said)
  const set = await wang.say(yes)
  await inRoom('绑定 福田队')
  return set
}

test('one whose groups have become more than three by its time asks then', async () => {
  const [wang, li] = [app.person('user-1'), app.person('user-2')]
  app.clock.set('2026-11-30T01:00:00Z')
  expect(await grown('广播 全部 定时 今天18:00 年终聚会')).toMatch(/^B7 定好了：.*，现在算是3 个群/)
  app.clock.set('2026-11-30T10:00:10Z')
  expect(await wang.hears('时间到了')).toMatch(
    /^时间到了，不过群比定的时候多：B7 要发到 4 个群，超过 3 个要另一位社工同意（Q6）。已经问了他们；12月1日 周二 18:00 前/,
  )
  expect(await li.hears('Q6：')).toContain('想发 B7 给 全部（4 个群')
  expect(await wang.say('广播状态 B7')).toContain('等另一位社工同意\n')
  expect(announcedIn('年终聚会')).toEqual([])
  expect(await li.say('同意 Q6')).toBe('同意了，B7 开始发，已告诉本人。')
  for (const n of teams.keys())
    await app.receiver.waitFor(
      ({ data }) => data.to.id === `r-${n}` && data.text.startsWith('【通知】年终聚会'),
    )
})

test('a run that died before it asked leaves the question to the next one', async () => {
  const [wang, li] = [app.person('user-1'), app.person('user-2')]
  await app.store.identities.model.updateOne({ _id: wang.identity }, { locale: 'en' })
  await grown('broadcast 全部 scheduled today 20:00 Party', 'yes')
  await app.store.broadcasts.askFirst('B8', { rooms: 4, people: 0, leftOut: [], text: '[NOTICE] Party' })
  app.clock.set('2026-11-30T12:00:10Z')
  expect(await wang.hears('It is time')).toContain('B8 goes to 4 groups; above 3')
  expect(await li.hears('想发 B8')).toMatch(/^Q7：/)
})
