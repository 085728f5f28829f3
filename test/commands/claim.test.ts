import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runClaim } from '../../src/commands/claim/run.ts'
import { type App, startApp } from '../support/app.ts'
import { openCommandStore } from '../support/command-store.ts'

describe('认领 makes the first admin', () => {
  let app: App
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.stop())

  test('with the code, once, in a direct chat, with what can be said next', async () => {
    const chen = app.person('chen', '陈主任')
    const thief = app.person('thief')
    expect((await chen.says(`认领 ${app.claimCode}`, { room: 'r-1', mention: true })).here).toContain('私聊')
    expect(await thief.say('认领 not-the-code')).toBe('认领码不对，请核对后再发一次。')

    const answer = await chen.says(`认领 ${app.claimCode}`)
    expect(answer.here).toContain('陈主任，你现在是管理员了，编号 V000001。')
    expect(answer.quickReplies).toEqual(['队 新建 南园队', '帮助'])
    expect(await chen.say('我')).toContain('身份：管理员')

    expect(await chen.say(`认领 ${app.claimCode}`)).toContain('你已经是管理员了')
    expect(await thief.say(`认领 ${app.claimCode}`)).toContain('已经有管理员了')
    expect(await thief.say('我')).toContain('先登记')
  })
})

describe('认领 is guarded', () => {
  const code = 'a-claim-code-for-tests'

  test('five tries a day for each, the right code included; the next day is a new one', async () => {
    const { run, store, close } = await openCommandStore()
    const claim = (said: string, now: Date) => run(runClaim, { code: said }, { by: 'V9', now })
    const today = new Date('2026-11-24T02:00:00Z')
    for (let n = 0; n < 5; n++) expect((await claim(`guess ${n}`, today)).text).toContain('认领码不对')
    expect((await claim(code, today)).text).toContain('次数太多')
    expect(await store.marks.find('first-admin')).toBeNull()
    expect((await claim(code, new Date('2026-11-25T02:00:00Z'))).text).toContain('你现在是管理员')
    await close()
  })

  test('a message that is handled again is the same try', async () => {
    const { run, close } = await openCommandStore()
    const guess = (key: string) => run(runClaim, { code: 'guess' }, { by: 'V9', key })
    for (let n = 0; n < 9; n++) expect((await guess('m-1')).text).toContain('认领码不对')
    await close()
  })

  test('fifty tries a day for all together', async () => {
    const { run, close } = await openCommandStore()
    for (let n = 0; n < 50; n++)
      expect((await run(runClaim, { code: 'guess' }, { by: `V${n}` })).text).toContain('认领码不对')
    expect((await run(runClaim, { code }, { by: 'V99' })).text).toContain('次数太多')
    await close()
  })

  test('of two who have the code at once one becomes admin, and her message says so again when it is run again', async () => {
    const { run, store, close } = await openCommandStore()
    const identity = (by: string) => ({
      _id: `test:${by}`,
      platform: 'test',
      account: 'test',
      user: by,
      name: by,
      seenAt: new Date(),
    })
    const both = ['V91', 'V92']
    for (const by of both) await store.identities.add(identity(by))
    const claim = (by: string) => run(runClaim, { code }, { by, key: `message of ${by}` })
    const answers = await Promise.all(both.map(claim))
    const won = answers.findIndex(({ text }) => text.includes('你现在是管理员'))
    expect(answers.filter(({ text }) => text.includes('已经有管理员了'))).toHaveLength(1)
    expect(await claim(both[won] ?? '')).toEqual(answers[won])
    expect(await store.people.withRole('admin')).toHaveLength(1)
    await close()
  })
})
