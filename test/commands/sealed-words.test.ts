import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'
import { download } from '../support/download.ts'
import { pastActivity } from '../support/served.ts'

// What people write about each other is sealed in the database. It is Sunday, 29 November 2026.

let app: App
let wang: Awaited<ReturnType<App['withRole']>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-29T10:00:00+08:00' })
  await (await app.admin()).say('队 新建 南园队')
  wang = await app.withRole('socialWorker', '王社工')
})
afterAll(() => app.stop())

const words = ['带了轮椅', '那天没见到人', '名额满了', '早走了半小时']

/** Somebody about whom all of these words were said. */
async function spokenOf(name: string) {
  const zhang = await app.somebody(name)
  const lines: string[] = []
  for (const [i, date] of ['2026-11-27', '2026-11-28'].entries()) {
    const code = await pastActivity(app, { date, responsible: wang.number })
    await app.store.signups.add({
      activity: code,
      person: zhang.number,
      state: 'confirmed',
      step: { key: `${name}-${i}`, at: new Date('2026-11-20T09:00:00+08:00'), by: zhang.number },
    })
    lines.push(/H\d+/.exec(await zhang.say(`记时 ${code} 3小时 备注 ${words[0]}`))?.[0] ?? '')
    if (i === 0) await wang.say(`核实 ${code} 全部`)
  }
  await wang.say(`更正 ${lines[0]} 2小时30分 ${words[3]}`)
  await wang.say(`驳回 ${lines[1]} ${words[1]}`)
  expect(await zhang.hears(words[1] ?? '')).toContain(lines[1])
  const request = /Q\d+/.exec(await zhang.say('加入 南园队'))?.[0] ?? ''
  await wang.says(`不同意 ${request} ${words[2]}`)
  expect(await zhang.hears(words[2] ?? '')).toContain('南园队')
  return { ...zhang, lines, request }
}

const kept = async (number: string) =>
  JSON.stringify([
    await app.store.hours.model.find({ person: number }).lean(),
    await app.store.requests.model.find({ by: number }).lean(),
  ])

test('notes and reasons are not readable in the database, and whole in the export', async () => {
  const zhang = await spokenOf('张三')
  const rows = await kept(zhang.number)
  for (const word of words) expect(rows).not.toContain(word)
  expect(rows.split(`${app.store.seal.keyId}.`)).toHaveLength(1 + 5)
  const [csv = ''] = /\/files\/\S+/.exec(await zhang.say('导出')) ?? []
  const file = (await download(app.url, csv)).body.toString()
  for (const word of [words[0], words[1], words[3]]) expect(file).toContain(word)
})

test('and go with the account', async () => {
  const li = await spokenOf('李四')
  await li.say('注销')
  await li.say('是')
  await li.say('确认')
  expect(await kept(li.number)).not.toContain(`${app.store.seal.keyId}.`)
})
