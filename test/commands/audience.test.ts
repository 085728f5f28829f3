import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Grant } from '../../src/domain/roles.ts'
import { type AudienceDesk, everything, inTeam, now, openAudienceDesk } from '../support/audience-desk.ts'
import { at } from '../support/command-store.ts'

let desk: AudienceDesk
beforeEach(async () => {
  desk = await openAudienceDesk()
})
afterEach(() => desk.close())

test('the room instead of its members; a person each once, where they spoke last', async () => {
  await desk.team('南园队')
  await desk.team('华强队')
  await desk.room('r-1', '南园队')
  const all = await desk.person('王社工', [everything])
  await desk.somebody('张三', [inTeam('南园队')])
  await desk.somebody('李四', [inTeam('华强队'), inTeam('南园队')], ['法律援助'])
  const wang = await desk.somebody('王五', [inTeam('华强队')], ['法律援助'])
  await desk.account('王五的新手机', wang, at('2026-11-24 11:00'))
  await desk.account('被拉黑的号', wang, at('2026-11-24 12:00'), true)
  const code = await desk.activity()
  const { preview, targets } = await desk.call(code, '南园队、华强队,#法律援助', all)
  expect(preview).toMatch(
    /^发给 南园队、华强队、#法律援助：1 个群、私信 1 人。\n队里有群的 2 人在群里看，不另私信。\n一分钟内发完（.*）。\n内容/,
  )
  expect(targets).toEqual(['room r-1', 'person 王五的新手机'])
})

test('opted out, signed up and out of reach are left out and counted, each once', async () => {
  await desk.team('南园队')
  const li = await desk.somebody('李队长', [inTeam('南园队', 'leader')])
  await desk.somebody('张三', [inTeam('南园队')])
  const code = await desk.activity()
  const signedUp = await desk.somebody('李四', [inTeam('南园队')])
  const gone = await desk.somebody('王五', [inTeam('南园队')])
  const cancelled = await desk.somebody('赵六', [inTeam('南园队')])
  await desk.person('没有账号', [inTeam('南园队')])
  for (const who of [signedUp, gone, cancelled]) await desk.signUp(code, who)
  await desk.store.people.setOptedOut(gone, now)
  await desk.store.signups.move(
    { activity: code, person: cancelled },
    { from: ['confirmed'], to: 'cancelled', step: { key: 'c', at: now, by: cancelled } },
  )
  const { preview, targets } = await desk.call(code, '南园队', li)
  expect(preview).toMatch(
    /^发给 南园队：私信 2 人。\n不发给：已退订 1 人、已报名 1 人、联系不上 1 人。\n一分钟内发完（.*）。\n内容/,
  )
  expect(targets).toEqual(['person 张三', 'person 赵六'])
})

test('a station is its teams, and 除 takes away', async () => {
  await desk.team('南园站')
  await desk.team('南园队', '南园站')
  await desk.team('青年队', '南园站')
  await desk.team('华强队')
  await desk.room('r-1', '南园队')
  await desk.room('r-2', '青年队')
  await desk.room('r-3', '华强队')
  const station: Grant = { role: 'socialWorker', scope: { kind: 'station', name: '南园站' } }
  const wang = await desk.person('王社工', [station])
  const code = await desk.activity()
  expect((await desk.call(code, '南园站', wang)).targets).toEqual(['room r-1', 'room r-2'])
  expect((await desk.call(code, '南园站 除 青年队', wang)).targets).toEqual(['room r-1'])
  const all = await desk.person('陈主任', [everything])
  expect((await desk.call(code, '全部 除 南园站', all)).targets).toEqual(['room r-3'])
})

test('a room cannot leave people out: without those of a skill, everybody else is told directly', async () => {
  await desk.team('南园队')
  await desk.room('r-1', '南园队')
  const li = await desk.person('李队长', [inTeam('南园队', 'leader')])
  await desk.somebody('张三', [inTeam('南园队')])
  await desk.somebody('李四', [inTeam('南园队')], ['法律援助'])
  const { preview, targets } = await desk.call(await desk.activity(), '南园队 除 #法律援助', li)
  expect(preview).toMatch(/^发给 南园队（除 #法律援助）：私信 1 人。/)
  expect(targets).toEqual(['person 张三'])
})

test('nobody left is said at once, and 是 sends nothing', async () => {
  await desk.team('南园队')
  const li = await desk.somebody('李队长', [inTeam('南园队', 'leader')])
  const { preview, text, targets } = await desk.call(await desk.activity(), '南园队', li)
  expect(preview).toBe('南园队 现在没有能发到的群或人，什么都没有发。')
  expect([text, targets]).toEqual([preview, []])
})

test('everybody: sixteen hundred people and no more than once', async () => {
  const people = Array.from({ length: 1600 }, (_, n) => `V1${String(n).padStart(5, '0')}`)
  const made = { skills: [], grants: [], commitments: [], createdAt: now }
  await desk.store.people.model.collection.insertMany(
    people.map((_id) => ({ _id, name: '某人', key: _id, ...made })) as never[],
  )
  await desk.store.identities.model.collection.insertMany(
    people.map((person) => ({
      _id: `standard:default:${person}`,
      platform: 'standard',
      account: 'default',
      user: person,
      name: '',
      person,
      seenAt: now,
    })) as never[],
  )
  const all = await desk.person('陈主任', [everything])
  const { text, targets } = await desk.call(await desk.activity(), '全部', all)
  expect(text).toContain('：私信 1600 人。')
  expect(new Set(targets).size).toBe(1600)
})
