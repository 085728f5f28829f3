import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inboundMail } from '../../workers/handle-message/run.ts'
import { type App, startApp } from '../support/app.ts'
import { postActivity } from '../support/post-activity.ts'
import { until } from '../support/until.ts'

// What could not be handled, seen and decided by an admin in chat. It is 24 November 2026, 10:00.

let app: App
let admin: Awaited<ReturnType<App['admin']>>
let zhang: Awaited<ReturnType<App['somebody']>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
  admin = await app.admin()
  zhang = await app.somebody('张三')
})
afterAll(() => app.stop())

/** Something that breaks every handling of one text, until it is mended: an activity nobody can read. */
async function breakActivity(code: string) {
  const { model } = app.store.activities
  const row = await model.collection.findOne({ _id: code as never })
  await model.collection.updateOne(
    { _id: code as never },
    { $set: { start: 'no date', end: 5 } },
  )
  return () => model.collection.replaceOne({ _id: code as never }, row as never)
}

/** Says something about a broken activity; gives the letter's code once it is given up. */
async function dies(code: string, who = zhang) {
  const text = `报名 ${code}`
  const { id } = await who.send(text)
  const letter = await until(
    () => app.store.deadLetters.model.findOne({ _id: `${inboundMail}:standard:default:${id}` }).lean(),
    `${text} to be given up`,
  )
  return { id, code: letter.code }
}

test('a poison message holds up its sender for its tries only, and nobody else', async () => {
  const activity = await postActivity(app.store, { responsible: admin.number })
  const mend = await breakActivity(activity)
  const begin = performance.now()
  const poison = zhang.send(`报名 ${activity}`)
  await poison
  // Somebody else is answered while it is tried.
  await app.person('wu').say('帮助')
  expect(await zhang.say('时长')).toMatch(/./)
  // Three tries, 200 and 400 ms between them.
  expect(performance.now() - begin).toBeLessThan(6_000)
  expect(await zhang.hears('没能处理')).toContain('工作人员会查看')

  const lines = (await admin.say('状态 没处理')).split('\n')
  expect(lines[0]).toBe('没处理成的 1 条，新的在前：')
  expect(lines[1]).toMatch(
    new RegExp(`^D1 11月24日 周二 10:0\\d ${zhang.number} 说「报名 ${activity}」；原因：.+`),
  )

  await mend()
  expect(await admin.say('重做 D1')).toBe('好了，马上再来一次：D1。')
  expect(await zhang.hears(/报名成功|已报名|报上|报好/)).toBeTruthy()
  expect(await admin.say('状态 没处理')).toBe('没有没处理成的消息。')
  expect(await admin.say('重做 D1')).toBe('D1 不在等处理，没有动。')
})

test('one that fails again is the same letter, open once more; 放弃 forgets what was said', async () => {
  const activity = await postActivity(app.store, { responsible: admin.number })
  const mend = await breakActivity(activity)
  const { code, id } = await dies(activity)
  await admin.say(`重做 ${code}`)
  const find = () =>
    app.store.deadLetters.model.findOne({ code }).lean<{ decision?: object; doneAt?: Date; sealed: string }>()
  await until(async () => (await find())?.decision === undefined, 'the letter to be open again')
  expect(await admin.say('状态 没处理')).toContain(`${code} `)
  expect(await admin.say(`放弃 ${code}`)).toBe(`好了，不再管：${code}。`)
  expect(app.store.seal.open((await find())?.sealed ?? '')).toBe('')
  expect(await admin.say('状态 没处理')).toBe('没有没处理成的消息。')
  await mend()
  expect(await app.store.inbox.find(`standard:default:${id}`)).toBeUndefined()
})

test('全部, after 是, in the order in which they failed; each is done once though handed over twice', async () => {
  const activity = await postActivity(app.store, { responsible: admin.number })
  const li = await app.somebody('李四')
  const other = await postActivity(app.store, { responsible: admin.number })
  const mends = [await breakActivity(activity), await breakActivity(other)]
  const first = await dies(activity, li)
  const second = await dies(other, li)
  const letters = await app.store.deadLetters.list(2)
  for (const mend of mends) await mend()
  expect(await admin.say('重做 全部')).toBe('有 2 条没处理成的消息，都再处理一次吗？回复 是')
  expect(await admin.say('是')).toBe(`好了，马上再来一次：${first.code}、${second.code}。`)
  const answer = (id: string) => app.receiver.waitFor(({ data }) => data.id === `standard:default:${id}#0`)
  expect((await answer(first.id)).data.text).toContain(activity)
  expect((await answer(second.id)).data.text).toContain(other)
  // A process that dies between handing over and noting it hands over again.
  for (const { _id } of letters)
    await app.store.deadLetters.model.updateOne({ _id }, { $unset: { doneAt: 1 } })
  for (const { _id, payload } of letters)
    await app.store.deadLetters.model.updateOne({ _id }, { $set: { sealed: app.store.seal.seal(payload) } })
  await until(
    async () => (await app.store.deadLetters.toRedo(5)).length === 0,
    'the letters to be handed over again',
  )
  await li.say('我')
  const kept = JSON.stringify(await app.store.deadLetters.model.find().lean())
  expect(kept).not.toContain('报名')
  const rows = await app.store.signups.ofActivity(activity, ['confirmed'])
  expect(rows.map(({ person }) => person)).toEqual([li.number])
  const ids = app.receiver.messages.map(({ data }) => data.id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a letter that cannot be run again stays, with why; a job is named by its queue', async () => {
  const payload = 'sealed with a key nobody has'
  const key = createHash('sha256').update(payload).digest('base64url')
  const at = new Date(app.clock.now())
  await app.store.deadLetters.add({ key, queue: inboundMail, reason: 'no key opens it', at, payload })
  await app.store.deadLetters.add({ key: 'j', queue: 'gone', reason: 'broken', at, payload: '{}' })
  const list = await admin.say('状态 没处理')
  expect(list).toContain('内部任务 gone；原因：broken')
  const codes = [...list.matchAll(/^D\d+/gm)].map(([code]) => code)
  await admin.say(`重做 ${codes.join(' ')}`)
  await until(async () => (await app.store.deadLetters.count()) === 2, 'both to be open again')
  expect(await admin.say('状态 没处理')).toContain('there is no job gone any more')
  await admin.say('放弃 没处理 全部')
  await admin.say('是')
  expect(await app.store.deadLetters.count()).toBe(0)
})
