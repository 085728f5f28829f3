import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'

// What a team's social workers and admin say in English. It is Tuesday, 24 November 2026, 10:00 in Shanghai.

let app: App
type Talker = Awaited<ReturnType<App['registered']>>
let admin: Talker
let bob: Talker
let amy: Talker
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00', env: { ORG_LOCALE: 'en' } })
  admin = await app.admin('chen', 'Chen')
  for (const team of ['Nanyuan', 'Huaqiang']) await admin.say(`team new ${team}`)
  bob = await app.withRole('socialWorker', 'Bob', 'Nanyuan')
  amy = await app.somebody('Amy')
})
afterAll(() => app.stop())

const request = (text: string) => /Q\d+/.exec(text)?.[0] ?? text

test('a request is refused with a reason, another one agreed to; who joined may leave', async () => {
  const first = request(await amy.say('join Nanyuan'))
  expect(await bob.say(`disagree ${first}`)).toContain(`Why`)
  expect(await bob.say('we are full this term')).toContain(
    `${amy.number} does not join Nanyuan and has been told.`,
  )
  expect(await amy.hears('could not join')).toContain('we are full this term')
  const second = request(await amy.say('join Nanyuan'))
  expect(await bob.say(`agree ${second}`)).toContain('is a member of Nanyuan now')
  expect(await amy.hears('Welcome to Nanyuan')).toContain('I will call you')
  expect(await amy.say('leave Huaqiang')).toBe('You are not a member of Huaqiang; nothing changed.')
  expect(await amy.say('leave Nanyuan')).toContain('You have left Nanyuan.')
})

test('a group is bound, and unbound after a yes', async () => {
  await bob.says('bind Nanyuan', { room: 'r-1', mention: true })
  const asked = await bob.says('unbind', { room: 'r-1', mention: true })
  expect(asked.here).toContain('no longer the group of Nanyuan')
  const done = await bob.says('yes', { room: 'r-1', mention: true })
  expect(done.here).toContain('calls do not come to this group any more')
})

test('a social worker leads a volunteer, gets the report and passes it on', async () => {
  const tom = await app.withRole('volunteer', 'Tom', 'Nanyuan')
  const eve = await app.withRole('socialWorker', 'Eve', 'Nanyuan')
  expect(await bob.say('pair')).toBe('You lead no volunteer yet. Say "pair Zhang San".')
  expect(await bob.say(`pair ${tom.number}`)).toContain(`You lead ${tom.number} Tom now, and they know.`)
  const kept = await tom.say('report the lift in block 5 is broken')
  expect(kept).toContain('Bob')
  const report = /F\d+/.exec(kept)?.[0] ?? kept
  expect(await bob.say(`pass ${report} ${eve.number}`)).toContain(`${report} has gone to Eve`)
  expect(await eve.hears('the lift in block 5')).toContain(report)
})

test('an admin sees who leads how much, and who served most', async () => {
  expect(await admin.say('load')).toMatch(
    /^What 2 social workers lead now:\nBob .*: teams 1, activities 0, volunteers 1/,
  )
  expect(await bob.say('load')).toContain('This is done by an admin')
  expect(await admin.say('top')).toContain('No verified hours yet.')
  await bob.say('post Home visits | 老人服务 | today 11:00-13:00 | Care home | 5')
  await bob.say('yes')
  app.clock.set('2026-11-24T14:00:00+08:00')
  expect(await bob.say(`add-hours A1 ${amy.number} 2 h`)).toContain('2 h')
  expect(await admin.say('top 3')).toContain(`1. ${amy.number} Amy: 2.0 h (120 min)`)
})
