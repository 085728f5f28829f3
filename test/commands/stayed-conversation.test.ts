import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Activity } from '../../src/store/activities.ts'
import { startApp, type App } from '../support/app.ts'
import { at } from '../support/command-store.ts'
import { postActivity } from '../support/post-activity.ts'
import { until } from '../support/until.ts'

// Whoever checked in and left without a word is asked, on the real path. It is Saturday, 28 November 2026, 8:45 in
// Shanghai; the activity is from 9:00 to 12:00.

let app: App
beforeEach(async () => {
  app = await startApp({ now: '2026-11-28T08:45:00+08:00' })
})
afterEach(() => app.stop())

const somebody = (name: string) => app.somebody(name)

const socialWorker = () => app.withRole('socialWorker', '王社工')

/** Somebody who has checked in and been asked half an hour after the end. */
async function asked(said: Partial<Activity> = {}, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const code = await postActivity(app.store, said)
  const zhang = await somebody('张三')
  await app.store.identities.setLocale(zhang.identity, locale)
  await zhang.say(`报名 ${code}`)
  await zhang.say(`签到 ${code}`)
  app.clock.set((said.end ?? at('2026-11-28 12:00')).getTime() + 30 * 60_000)
  return { code, zhang, question: await zhang.hears(/你还没有签退|have not checked out/) }
}

const noted = (code: string, range: string, time: string) =>
  new RegExp(`^签退好了：${code} 11月28日 周六 ${range}，记 ${time}，H\\d+），待核实。辛苦了！$`)

describe('half an hour after the end', () => {
  test('1 notes the time up to the end, once', async () => {
    const { code, zhang, question } = await asked()
    expect(question).toBe(
      `${code} 探访老人 11月28日 周六 9:00-12:00 辛苦了！你还没有签退，做到 12:00 吗？回复：1 是 / 2 不是，或者直接说做到几点。`,
    )
    expect(await zhang.say('1')).toMatch(noted(code, '9:00-12:00', '3小时（180 分钟'))
    expect(await zhang.say('1')).not.toContain('签退好了')
    expect(await app.store.hours.model.countDocuments({ person: zhang.number })).toBe(1)
  })

  test.each(['是的', '1 A1'])('%s is a yes as well', async (yes) => {
    const { code, zhang } = await asked()
    expect(await zhang.say(yes)).toMatch(noted(code, '9:00-12:00', '3小时（180 分钟'))
  })

  test.each(['11:30', '做到11点半', '我做到11点半了'])('%s corrects it', async (time) => {
    const { code, zhang } = await asked()
    expect(await zhang.say(time)).toMatch(noted(code, '9:00-11:30', '2小时30分（150 分钟'))
  })

  test('5点 of an afternoon is 17:00', async () => {
    const { code, zhang } = await asked({ start: at('2026-11-28 09:00'), end: at('2026-11-28 17:30') })
    expect(await zhang.say('5点')).toMatch(noted(code, '9:00-17:00', '8小时（480 分钟'))
  })

  test('2 asks from when to when; 记时 does without being asked', async () => {
    const { code, zhang } = await asked()
    expect(await zhang.say('2')).toContain('做了多久？')
    expect(await zhang.say('9:00-11:00')).toContain(`${code} 2小时`)
    const [line] = await app.store.hours.ofPerson(zhang.number)
    expect(line).toMatchObject({ claimed: 120, attended: { minutes: 180 } })
    expect(await zhang.say('1')).not.toContain('签退好了')
  })

  test('a time nobody can mean is asked back', async () => {
    const { zhang } = await asked()
    expect(await zhang.say('做到13:30')).toContain('做了多久？')
  })

  test('thanks promise nothing, and whoever checked out is not asked', async () => {
    const { zhang } = await asked()
    await zhang.say('收到')
    await zhang.say('好的谢谢')
    expect(await app.store.hours.model.countDocuments({ person: zhang.number })).toBe(0)
    const li = await somebody('李四')
    const code = await postActivity(app.store, { start: at('2026-11-28 13:00'), end: at('2026-11-28 14:00') })
    await li.say(`报名 ${code}`)
    await li.say(`签到 ${code}`)
    app.clock.set(at('2026-11-28 14:00').getTime())
    await li.say('签退')
    app.clock.set(at('2026-11-28 14:31').getTime())
    await until(
      async () =>
        (await app.store.timers.model.countDocuments({ due: { $lte: new Date(app.clock.now()) } })) === 0,
      'the timers to ring',
    )
    expect(li.heard().filter((text) => text.includes('没有签退'))).toEqual([])
  })

  test('in English', async () => {
    const { code, zhang, question } = await asked({}, 'en')
    expect(question).toContain('did you stay until 12:00? Answer: 1 yes / 2 no, or say until when.')
    expect(await zhang.say('until 11:30')).toContain(
      `Checked out: ${code} 28 Nov Sat 9:00-11:30, 2 h 30 min noted (150 minutes`,
    )
  })
})

describe('unanswered for a day', () => {
  test('it goes to the social worker, unclaimed, beside what others claimed', async () => {
    const wang = await socialWorker()
    const { code, zhang } = await asked({ responsible: wang.number })
    const li = await somebody('李四')
    await app.store.signups.add({
      activity: code,
      person: li.number,
      state: 'confirmed',
      step: { key: 'earlier', at: at('2026-11-20 09:00'), by: li.number },
    })
    await li.say(`记时 ${code} 2小时`)
    await app.restart()
    app.clock.set(at('2026-11-29 12:31').getTime())
    expect(await wang.hears('没有签退')).toContain(`${code} 探访老人 11月28日 周六 9:00-12:00 有 1 人`)
    expect(await wang.say('待核')).toContain(
      `${code} 11月28日 周六 探访老人：2 条，报 5小时，计划 6小时，签到 3小时（1 条），1 条有出入，1 条未报`,
    )
    const lines = await wang.say(`核实 ${code}`)
    expect(lines).toMatch(/H\d+ 张三 3小时（未报）/)
    expect(lines).toMatch(/H\d+ 李四 2小时（计划 3小时）/)
    expect(await wang.say('张三')).toContain('已核实')
    expect(await zhang.say('时长')).toContain('已核实：3小时')
    expect(await zhang.say('1')).not.toContain('签退好了')
  })
})
