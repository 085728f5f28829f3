import { afterAll, beforeAll, expect, test } from 'vitest'
import { at } from '../support/command-store.ts'
import { Crash, crashingStore } from '../support/crashing-store.ts'
import { openHandlingDesk } from '../support/handling-desk.ts'

// The way a message takes when its process died: by then the person and the chat account it came from may be gone.

let desk: Awaited<ReturnType<typeof openHandlingDesk>>
beforeAll(async () => {
  desk = await openHandlingDesk()
})
afterAll(() => desk.close())

const now = at('2026-11-24 10:00')
let people = 0

/** Somebody who reads English and has answered the first question with yes. */
async function almostGone() {
  const user = `smith-${++people}`
  const person = await desk.person(user)
  const identity = {
    _id: `standard:default:${user}`,
    platform: 'standard',
    account: 'default',
    user,
    name: user,
  }
  await desk.store.identities.add({ ...identity, person, locale: 'en', seenAt: now })
  await desk.says(user, 'close account', { id: `${user}-1`, now })
  expect(await desk.says(user, 'yes', { id: `${user}-2`, now })).toContain(
    'Answer "confirm" if you are sure.',
  )
  return { user, person, identity: identity._id }
}

const dead = async () => {
  throw new Crash()
}

test('everything done and no answer kept: the message run again gives its answer, in the language it was asked in', async () => {
  const { user, person, identity } = await almostGone()
  const view = { ...desk.store, inbox: { ...desk.store.inbox, add: dead } }
  await expect(desk.says(user, 'confirm', { id: `${user}-3`, now, view })).rejects.toThrow(Crash)
  expect(await desk.store.identities.find(identity)).toBeNull()
  expect(await desk.says(user, 'confirm', { id: `${user}-3`, now })).toBe(
    'Your account is closed and your personal data is removed. Thank you for having been here! To come back, say "register".',
  )
  expect(await desk.store.people.find(person)).toMatchObject({ name: '***', closed: { why: 'account' } })
  expect(await desk.store.identities.find(identity)).toBeNull()
})

test('half done, and the message never comes back: whatever the person says next finds it finished', async () => {
  const { user, person, identity } = await almostGone()
  const code = await desk.activity({ start: at('2026-12-05 09:00'), end: at('2026-12-05 12:00') })
  await desk.says(user, `signup ${code}`, { id: `${user}-4`, now })
  await desk.says(user, 'close account', { id: `${user}-5`, now })
  await desk.says(user, 'yes', { id: `${user}-6`, now })
  const dying = Array.from({ length: 12 }, (_, i) => i + 1)
  let left = false
  for (const dies of dying) {
    const view = crashingStore(desk.store, { at: dies, after: true })
    await desk.says(user, 'confirm', { id: `${user}-7`, now, view }).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error
    })
    left = (await desk.store.people.find(person))?.closed !== undefined
    if (left) break
  }
  expect(left).toBe(true)
  expect(await desk.store.signups.find(code, person)).toMatchObject({ state: 'confirmed' })
  expect(await desk.says(user, 'hours', { id: `${user}-8`, now })).toContain('注册')
  expect(await desk.store.signups.find(code, person)).toMatchObject({ state: 'cancelled' })
  expect(await desk.store.activities.find(code)).toMatchObject({ taken: 0 })
  expect(await desk.store.identities.find(identity)).not.toHaveProperty('person')
})

test('a guardian’s word for a child, everything done and no answer kept: run again it finds the child it closed', async () => {
  const { user, person } = await almostGone()
  const child = await desk.person('王小宝')
  await desk.store.people.addGuardian(child, {
    person,
    consent: { version: '2026-11', at: now, key: 'consent' },
    confirmedBy: 'V000001',
    request: 'Q1',
    at: now,
  })
  await desk.store.people.model.updateOne({ _id: child }, { $unset: { consent: 1 } })
  for (const [i, text] of [`for ${child} withdraw consent`, 'yes'].entries())
    await desk.says(user, text, { id: `${user}-for-${i}`, now })
  const view = { ...desk.store, inbox: { ...desk.store.inbox, add: dead } }
  await expect(desk.says(user, 'confirm', { id: `${user}-for`, now, view })).rejects.toThrow(Crash)
  expect(await desk.store.people.find(child)).toMatchObject({ name: '***', closed: { why: 'consent' } })
  expect(await desk.says(user, 'confirm', { id: `${user}-for`, now })).toBe(
    'Consent is withdrawn and the personal data of the child is removed. Thank you for having been here! To come back, say "guardian".',
  )
  expect(await desk.store.people.find(person)).not.toHaveProperty('closed')
})
