import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCorrect } from '../../src/commands/correct/run.ts'
import { runVerify } from '../../src/commands/verify/run.ts'
import { runLog } from '../../src/commands/log/run.ts'
import { openCommandStore, type CommandStore } from '../support/command-store.ts'

let desk: CommandStore
beforeAll(async () => void (desk = await openCommandStore()))
afterAll(() => desk.close())

/** Three verified hours of 张三 on Saturday morning. */
async function verified() {
  const wang = await desk.person('王社工', [
    { role: 'socialWorker', scope: { kind: 'team', name: '南园队' } },
  ])
  const zhang = await desk.person('张三')
  const code = await desk.activity()
  await desk.signUp(code, zhang)
  await desk.run(runLog, { code, minutes: 180 }, { by: zhang })
  await desk.run(runVerify, { code, pick: 'all' }, { by: wang })
  const entry = (await desk.store.hours.claimOf(zhang, code))?._id ?? ''
  const total = async () => (await desk.store.hours.totals(zhang)).verified
  const approved = async () => (await desk.store.days.find(zhang, '2026-11-28'))?.parts[0]?.approved
  return { wang, zhang, code, entry, total, approved }
}

describe('更正', () => {
  test('a new line carries the difference; the old one stays; the person is told', async () => {
    const { wang, zhang, code, entry, total, approved } = await verified()
    const said = { entry, minutes: 120, reason: '早走了' }
    const reply = await desk.run(runCorrect, said, { by: wang, key: 'c-1' })
    expect(reply.text).toBe(`已更正 ${entry}（11月28日 周六 ${code}）：3小时 → 2小时，已告诉本人。`)
    expect(reply.notices?.map(({ person }) => person)).toEqual([zhang])
    expect(await total()).toBe(120)
    expect(await approved()).toBe(120)
    expect((await desk.store.hours.find(entry))?.minutes).toBe(180)
    expect(await desk.store.hours.find(`${entry}#1`)).toMatchObject({
      minutes: -60,
      attendances: 0,
      note: '早走了',
    })

    // The same message once more, and another correction on top of it.
    expect((await desk.run(runCorrect, said, { by: wang, key: 'c-1' })).text).toBe(reply.text)
    expect(await total()).toBe(120)
    expect((await desk.run(runCorrect, said, { by: wang })).text).toContain('现在就是 2小时')
    await desk.run(runCorrect, { entry, minutes: 0, reason: '没有到' }, { by: wang })
    expect(await desk.store.hours.find(`${entry}#2`)).toMatchObject({ minutes: -120, attendances: -1 })
    await desk.run(runCorrect, { entry, minutes: 180, reason: '到了' }, { by: wang })
    expect([await total(), await approved()]).toEqual([180, 180])
  })

  test('asks for what is missing, and takes neither more than the time there was nor another’s team', async () => {
    const { wang, entry } = await verified()
    const li = await desk.person('李社工', [
      { role: 'socialWorker', scope: { kind: 'team', name: '华强队' } },
    ])
    expect((await desk.run(runCorrect, { entry }, { by: wang })).question?.field).toBe('minutes')
    expect((await desk.run(runCorrect, { entry, minutes: 60 }, { by: wang })).question?.field).toBe('reason')
    const more = { entry, minutes: 200, reason: '算少了' }
    expect((await desk.run(runCorrect, more, { by: wang })).text).toContain('从开始到结束只有 3小时')
    expect((await desk.run(runCorrect, more, { by: li })).text).toContain('由负责那个队的社工来处理')
  })

  test('only what is verified, and never one’s own', async () => {
    const { wang, zhang, code, entry } = await verified()
    const own = await desk.person('张社工', [
      { role: 'socialWorker', scope: { kind: 'team', name: '南园队' } },
    ])
    await desk.signUp(code, own)
    await desk.run(runLog, { code, minutes: 60 }, { by: own })
    const pending = (await desk.store.hours.claimOf(own, code))?._id ?? ''
    const to = { minutes: 30, reason: '记错了' }
    expect((await desk.run(runCorrect, { entry: pending, ...to }, { by: wang })).text).toContain('等待核实')
    expect((await desk.run(runCorrect, { entry: pending, ...to }, { by: own })).text).toContain('是你自己的')
    expect(zhang).not.toBe(own)
    await desk.run(runCorrect, { entry, ...to }, { by: wang })
    expect((await desk.run(runCorrect, { entry: `${entry}#1`, ...to }, { by: wang })).text).toContain(
      '没有改动',
    )
  })

  test('of two at once one counts, and the other is told', async () => {
    const { wang, entry, total, approved } = await verified()
    const answers = await Promise.all(
      [60, 90].map((minutes) => desk.run(runCorrect, { entry, minutes, reason: '记错了' }, { by: wang })),
    )
    const corrections = await desk.store.hours.model.countDocuments({ corrects: entry })
    const done = answers.filter(({ text }) => text.startsWith('已更正'))
    expect(done).toHaveLength(corrections)
    expect(answers.filter(({ text }) => text.includes('刚刚被别人更正过'))).toHaveLength(2 - corrections)
    expect([60, 90]).toContain(await total())
    expect(await approved()).toBe(await total())
  })
})
