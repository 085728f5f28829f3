import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runLog } from '../../src/commands/log/run.ts'
import { runPending } from '../../src/commands/pending/run.ts'
import { runReject } from '../../src/commands/reject/run.ts'
import { runVerify } from '../../src/commands/verify/run.ts'
import { textsFor } from '../../src/locale/index.ts'
import type { HoursEntry } from '../../src/store/hours.ts'
import { at, openCommandStore, type CommandStore } from '../support/command-store.ts'

let desk: CommandStore
beforeAll(async () => {
  desk = await openCommandStore()
})
afterAll(() => desk.close())

const inTeam = (name: string) => [{ role: 'socialWorker' as const, scope: { kind: 'team' as const, name } }]
const socialWorker = (name = '王社工', team = '南园队') => desk.person(name, inTeam(team))

/** Claims for some people at one activity (9:00-12:00 unless said otherwise); gives their lines in that order. */
async function claimed(
  names: string[],
  said: { start?: string; end?: string; minutes?: number; team?: string; people?: string[] } = {},
) {
  const { start = '09:00', end = '12:00', minutes = 180, team = '南园队' } = said
  const code = await desk.activity({ team, start: at(`2026-11-28 ${start}`), end: at(`2026-11-28 ${end}`) })
  const people = said.people ?? (await Promise.all(names.map((name) => desk.person(name))))
  const lines: string[] = []
  for (const who of people) {
    await desk.signUp(code, who)
    const { text } = await desk.run(runLog, { code, minutes }, { by: who })
    lines.push(/H\d+/.exec(text)?.[0] ?? text)
  }
  const line = async (n: number): Promise<HoursEntry | null> => desk.store.hours.find(lines[n] ?? '')
  return { code, people, lines, line }
}

/** One person with one line for each of some windows of one day. */
async function longDay(...windows: { start: string; end: string; minutes: number }[]) {
  const who = await desk.person('张三')
  const made = []
  for (const window of windows) made.push(await claimed([], { ...window, people: [who] }))
  return { who, made }
}

describe('whom a word reaches', () => {
  test('全部 verifies every waiting line of the activity, and each person is told', async () => {
    const wang = await socialWorker()
    const { code, people, lines, line } = await claimed(['张三', '李四'])
    const reply = await desk.run(runVerify, { code, pick: 'all' }, { by: wang })
    expect(reply.text).toBe(`已核实 ${code}：2 条，共 6小时（360 分钟）。\n张三 3小时、李四 3小时`)
    expect(reply.notices).toEqual(
      people.map((person, n) => ({
        person,
        text: `已核实：11月28日 周六 ${code} 3小时（${lines[n]}），谢谢你！`,
      })),
    )
    expect(await line(0)).toMatchObject({ state: 'verified', minutes: 180 })
    expect((await desk.run(runVerify, { code, pick: 'all' }, { by: wang })).text).toBe(
      `${code} 没有等你核实的时长。「待核」看看有哪些。`,
    )
  })

  test('names verify those, 除 all the others', async () => {
    const wang = await socialWorker()
    const { code, line } = await claimed(['张三', '李四', '王五'])
    await desk.run(runVerify, { code, pick: 'some', who: ['李四'] }, { by: wang })
    expect([(await line(0))?.state, (await line(1))?.state]).toEqual(['pending', 'verified'])
    await desk.run(runVerify, { code, pick: 'except', who: ['王五'] }, { by: wang })
    expect([(await line(0))?.state, (await line(2))?.state]).toEqual(['verified', 'pending'])
  })

  test('namesakes are asked for by number; a number is understood', async () => {
    const wang = await socialWorker()
    const { code, people, line } = await claimed(['陈伟', '陈伟'])
    const asked = await desk.run(runVerify, { code, pick: 'some', who: ['陈伟'] }, { by: wang })
    expect(asked.text).toBe(`有几位「陈伟」，请用义工号说明是哪一位：${people.toSorted().join(' ')}`)
    await desk.run(runVerify, { code, pick: 'some', who: [people[1]?.toLowerCase() ?? ''] }, { by: wang })
    expect([(await line(0))?.state, (await line(1))?.state]).toEqual(['pending', 'verified'])
  })

  test('a namesake without a line here is nobody’s trouble', async () => {
    const wang = await socialWorker()
    await desk.person('赵敏')
    const { code, line } = await claimed(['赵敏'])
    await desk.run(runVerify, { code, pick: 'some', who: ['赵敏'] }, { by: wang })
    expect((await line(0))?.state).toBe('verified')
  })

  test.each(['some', 'except'] as const)(
    'a name that has no line leaves all as it was (%s)',
    async (pick) => {
      const wang = await socialWorker()
      const { code, line } = await claimed(['张三'])
      const { text } = await desk.run(runVerify, { code, pick, who: ['张三', '章三'] }, { by: wang })
      expect(text).toContain(`没有「章三」待核实的时长`)
      expect((await line(0))?.state).toBe('pending')
    },
  )

  test('without a word about whom it asks, naming lines', async () => {
    const wang = await socialWorker()
    const { code, lines } = await claimed(['张三', '李四'])
    const reply = await desk.run(runVerify, { code }, { by: wang })
    expect(reply.text).toBe(
      `${code} 有 2 条待核。回复「全部」，或名字，或「除 某某」。\n${lines[0]} 张三 3小时\n${lines[1]} 李四 3小时`,
    )
    expect(reply.question).toEqual({ field: 'pick', args: { code } })
  })

  test('names are never said in a room', async () => {
    const wang = await socialWorker()
    const { code } = await claimed(['张三'])
    const place = { kind: 'room', key: 'r', name: '南园队', team: '南园队' } as const
    const asked = await desk.run(runVerify, { code }, { by: wang, place })
    expect([asked.text.includes('张三'), asked.private?.includes('张三')]).toEqual([false, true])
    const done = await desk.run(runVerify, { code, pick: 'all' }, { by: wang, place })
    expect(done.text).toBe(`已核实 ${code}：1 条，共 3小时（180 分钟）。`)
  })
})

describe('who may', () => {
  test('nobody their own: it is left for somebody else, the others are verified', async () => {
    const wang = await socialWorker()
    const zhang = await desk.person('张三')
    const { code, lines, line } = await claimed([], { people: [wang, zhang] })
    const { text } = await desk.run(runVerify, { code, pick: 'all' }, { by: wang })
    expect(text).toContain('1 条，共 3小时')
    expect(text).toContain(`${lines[0]} 是你自己的，由别的社工来核实。`)
    expect([(await line(0))?.state, (await line(1))?.state]).toEqual(['pending', 'verified'])
    expect((await desk.store.days.find(wang, '2026-11-28'))?.parts[0]?.approved).toBe(0)
    expect((await desk.run(runReject, { entry: lines[0], reason: '算了' }, { by: wang })).text).toContain(
      '你自己的',
    )
  })

  test('nobody outside their scope; the station and 全部 reach the team', async () => {
    const other = await socialWorker('林社工', '华强队')
    const station = await desk.person('站社工', [
      { role: 'socialWorker', scope: { kind: 'station', name: '南园站' } },
    ])
    const { code, lines, line } = await claimed(['张三'])
    expect((await desk.run(runVerify, { code, pick: 'all' }, { by: other })).text).toBe(
      `${code} 由负责「南园队」的社工来核实，请联系他们。`,
    )
    expect((await desk.run(runReject, { entry: lines[0], reason: '无' }, { by: other })).text).toContain(
      '由负责那个队的社工来处理',
    )
    expect((await line(0))?.state).toBe('pending')
    await desk.run(runVerify, { code, pick: 'all' }, { by: station })
    expect((await line(0))?.state).toBe('verified')
  })
})

describe('how many minutes', () => {
  test('fewer than claimed may be verified; both are kept and told', async () => {
    const wang = await socialWorker()
    const { code, line } = await claimed(['张三'])
    const reply = await desk.run(runVerify, { code, pick: 'some', who: ['张三'], minutes: 120 }, { by: wang })
    expect(reply.text).toContain('张三 2小时（报 3小时）')
    expect(reply.notices?.[0]?.text).toContain('2小时（你报 3小时）')
    expect(await line(0)).toMatchObject({ claimed: 180, minutes: 120, state: 'verified' })
  })

  test('more than claimed is refused', async () => {
    const wang = await socialWorker()
    const { code, lines, line } = await claimed(['张三'])
    const { text } = await desk.run(runVerify, { code, pick: 'all', minutes: 181 }, { by: wang })
    expect(text).toBe(`${lines[0]} 报的是 3小时，核实的不能更多，这次都没有动。`)
    expect((await line(0))?.state).toBe('pending')
  })
})

describe('8 hours by one social worker, up to 12 by two', () => {
  test('exactly 8 hours are one social worker’s word', async () => {
    const wang = await socialWorker()
    const { made } = await longDay({ start: '08:00', end: '16:00', minutes: 480 })
    await desk.run(runVerify, { code: made[0]?.code, pick: 'all' }, { by: wang })
    expect((await made[0]?.line(0))?.state).toBe('verified')
  })

  test('the line that passes 8 hours waits for a second, different one', async () => {
    const [wang, li] = [await socialWorker(), await socialWorker('李社工')]
    const { made, who } = await longDay(
      { start: '08:00', end: '13:00', minutes: 300 },
      { start: '13:00', end: '18:00', minutes: 181 },
    )
    const [morning, afternoon] = made
    if (!morning || !afternoon) throw new Error('two windows were given')
    await desk.run(runVerify, { code: morning.code, pick: 'all' }, { by: wang })
    const first = await desk.run(runVerify, { code: afternoon.code, pick: 'all' }, { by: wang })
    expect(first).toEqual({
      text: `${afternoon.lines[0]} 让当天超过 8 小时，还要另一位社工核实，已留在待核里。`,
      notices: [],
    })
    expect(await afternoon.line(0)).toMatchObject({ state: 'seconding' })

    await desk.run(runVerify, { code: afternoon.code, pick: 'all' }, { by: wang })
    expect(await afternoon.line(0)).toMatchObject({ state: 'seconding' })

    const second = await desk.run(runVerify, { code: afternoon.code, pick: 'all' }, { by: li })
    expect(second.text).toContain('1 条，共 3小时1分（181 分钟）')
    expect(await afternoon.line(0)).toMatchObject({
      state: 'verified',
      verifiers: [
        { person: wang, to: 'seconding' },
        { person: li, to: 'verified' },
      ],
    })
    expect((await desk.store.hours.totals(who)).verified).toBe(481)
  })

  test('a night counts for both its days: 12 hours of which 8 are on one day are one social worker’s word', async () => {
    const wang = await socialWorker()
    const night = (from: string, to: string) =>
      desk.activity({ start: at(`2026-11-27 ${from}`), end: at(`2026-11-28 ${to}`) })
    const states = []
    for (const code of [await night('20:00', '08:00'), await night('19:00', '08:01')]) {
      const who = await desk.person('张三')
      await desk.signUp(code, who)
      const { start, end } = (await desk.store.activities.find(code)) ?? {
        start: at('2026-11-27 00:00'),
        end: at('2026-11-27 00:00'),
      }
      await desk.run(runLog, { code, start: start.getTime(), end: end.getTime() }, { by: who })
      await desk.run(runVerify, { code, pick: 'all' }, { by: wang })
      states.push(...(await desk.store.hours.ofPerson(who)).map(({ state }) => state))
    }
    expect(states).toEqual(['verified', 'seconding'])
  })

  test('two social workers at once over 8 hours: one seconds the other, whoever is first', async () => {
    const [wang, li] = [await socialWorker(), await socialWorker('李社工')]
    const { made } = await longDay({ start: '08:00', end: '18:00', minutes: 600 })
    const code = made[0]?.code
    const word = (by: string) => desk.run(runVerify, { code, pick: 'all' as const }, { by })
    await Promise.all([word(wang), word(li)])
    const line = await made[0]?.line(0)
    expect(line?.state).toBe('verified')
    expect(line?.verifiers.map(({ to }) => to)).toEqual(['seconding', 'verified'])
  })

  test('of many words on a person’s day at once never more than 8 hours are approved by one each', async () => {
    const wang = await socialWorker()
    const windows = ['08', '10', '12', '14', '16', '18'].map((hour) => ({
      start: `${hour}:00`,
      end: `${Number(hour) + 2}:00`,
      minutes: 120,
    }))
    const { who, made } = await longDay(...windows)
    await Promise.all(
      made.map(({ code }) => desk.run(runVerify, { code, pick: 'all' as const }, { by: wang })),
    )
    expect(await desk.store.hours.totals(who)).toEqual({ verified: 480, seconding: 240 })
  })
})

describe('races and reruns', () => {
  test('two social workers at once on one line: one approval, one notice', async () => {
    const [wang, li] = [await socialWorker(), await socialWorker('李社工')]
    const { code, line } = await claimed(['张三'])
    const replies = await Promise.all([
      desk.run(runVerify, { code, pick: 'all', minutes: 100 }, { by: wang }),
      desk.run(runVerify, { code, pick: 'all', minutes: 170 }, { by: li }),
    ])
    const entry = await line(0)
    expect(entry?.verifiers).toHaveLength(1)
    expect(replies.flatMap(({ notices = [] }) => notices)).toHaveLength(1)
    const guard = await desk.store.days.find(entry?.person ?? '', '2026-11-28')
    expect(guard?.parts[0]?.approved).toBe(entry?.minutes)
  })

  test('the same message again answers the same and changes nothing', async () => {
    const wang = await socialWorker()
    const { code, line } = await claimed(['张三', '李四'])
    const say = () => desk.run(runVerify, { code, pick: 'all' as const }, { by: wang, key: `${code}-again` })
    const first = await say()
    const before = await line(0)
    expect(await say()).toEqual(first)
    expect(await line(0)).toEqual(before)
  })

  test('a message that died half way finishes the rest and tells of all of it', async () => {
    const wang = await socialWorker()
    const { code, lines, line } = await claimed(['张三', '李四', '王五'])
    const key = `${code}-died`
    await desk.store.hours.verifyAll(
      [{ id: lines[1] ?? '', from: 'pending', to: 'verified', minutes: 180 }],
      { person: wang, key, at: at('2026-11-29 10:00') },
    )
    const reply = await desk.run(runVerify, { code, pick: 'all' }, { by: wang, key })
    expect(reply.text).toContain('3 条，共 9小时（540 分钟）')
    expect(reply.notices).toHaveLength(3)
    expect((await line(1))?.verifiers).toHaveLength(1)
  })

  test('a line claimed after the message was accepted is not meant by it', async () => {
    const wang = await socialWorker()
    const { code } = await claimed(['张三'])
    const { text } = await desk.run(
      runVerify,
      { code, pick: 'all' },
      { by: wang, now: at('2026-11-29 09:59') },
    )
    expect(text).toBe(`${code} 没有等你核实的时长。「待核」看看有哪些。`)
  })

  test('verified and refused at once: only one of the two happens', async () => {
    const [wang, li] = [await socialWorker(), await socialWorker('李社工')]
    const { code, lines, line } = await claimed(['张三'])
    const replies = await Promise.all([
      desk.run(runVerify, { code, pick: 'all' }, { by: wang }),
      desk.run(runReject, { entry: lines[0], reason: '没有到场' }, { by: li }),
    ])
    const entry = await line(0)
    expect([entry?.verifiers.length === 1, entry?.rejected?.by === li]).toContain(false)
    expect(replies.flatMap(({ notices = [] }) => notices)).toHaveLength(1)
  })

  test('200 lines at a time, and how to go on', async () => {
    const wang = await socialWorker()
    const code = await desk.activity({ places: 300 })
    const people = Array.from({ length: 230 }, (_, n) => `V9${String(n).padStart(5, '0')}`)
    const numbers = await desk.store.counters.take('hours', people.length)
    const part = { activity: code, start: at('2026-11-28 09:00'), end: at('2026-11-28 12:00') }
    await desk.store.days.model.insertMany(
      people.map((person, n) => ({
        _id: `${person}:2026-11-28`,
        parts: [{ ...part, entry: `H${numbers + n}`, key: `many-${n}`, minutes: 180, approved: 0 }],
      })),
    )
    await desk.store.hours.model.insertMany(
      people.map((person, n) => ({
        ...part,
        _id: `H${numbers + n}`,
        person,
        category: '老人服务',
        team: '南园队',
        date: '2026-11-28',
        claimed: 180,
        planned: 180,
        minutes: 180,
        state: 'pending',
        by: person,
        claimedAt: at('2026-11-28 13:00'),
        verifiers: [],
        key: `many-${n}`,
      })),
    )
    const say = (key: string) => desk.run(runVerify, { code, pick: 'all' as const }, { by: wang, key })
    const first = await say('many-first')
    expect(first.text).toBe(
      `已核实 ${code}：200 条，共 600小时（36000 分钟）。\n一次核实 200 条，还有没核实的：再说一次「核实 ${code} 全部」。`,
    )
    expect(await say('many-first')).toEqual(first)
    expect((await say('many-second')).text).toBe(`已核实 ${code}：30 条，共 90小时（5400 分钟）。`)
  })
})

describe('驳回', () => {
  test('asks for the reason, tells the person, and gives the day back', async () => {
    const wang = await socialWorker()
    const { code, people, lines } = await claimed(['张三'])
    const [entry = '', person = ''] = [lines[0], people[0]]
    expect((await desk.run(runReject, {}, { by: wang })).question?.field).toBe('entry')
    const asked = await desk.run(runReject, { entry }, { by: wang })
    expect(asked.text).toBe(`驳回 ${entry} 的原因是什么？会告诉本人。`)
    expect(asked.question).toEqual({ field: 'reason', args: { entry } })
    const say = () => desk.run(runReject, { entry, reason: '没有到场' }, { by: wang, key: `${entry}-no` })
    const done = await say()
    expect(done.text).toBe(`已驳回 ${entry}（11月28日 周六 ${code} 3小时），已告诉本人。`)
    expect(done.notices).toEqual([
      {
        person,
        text: `${entry}（11月28日 周六 ${code} 3小时）没有通过：没有到场。可以重新记时，或联系负责的社工。`,
      },
    ])
    expect(await say()).toEqual(done)
    expect((await desk.store.days.find(person, '2026-11-28'))?.parts).toEqual([])
    expect((await desk.run(runLog, { code, minutes: 60 }, { by: person })).text).toContain('记下了')
  })

  test('the same message gives the day back when it died before', async () => {
    const wang = await socialWorker()
    const { people, lines } = await claimed(['张三'])
    const [entry = '', person = ''] = [lines[0], people[0]]
    const word = {
      by: wang,
      key: `${entry}-died`,
      at: at('2026-11-29 10:00'),
      reason: desk.store.seal.seal('没有到场'),
    }
    await desk.store.hours.reject(entry, word)
    await desk.run(runReject, { entry, reason: '没有到场' }, { by: wang, key: word.key })
    expect((await desk.store.days.find(person, '2026-11-28'))?.parts).toEqual([])
  })

  test('what is settled stays as it is', async () => {
    const wang = await socialWorker()
    const { code, lines } = await claimed(['张三'])
    await desk.run(runVerify, { code, pick: 'all' }, { by: wang })
    expect((await desk.run(runReject, { entry: lines[0], reason: '错' }, { by: wang })).text).toBe(
      `${lines[0]} 已核实，没有改动。`,
    )
    expect((await desk.run(runReject, { entry: 'H999999' }, { by: wang })).text).toContain('没有 H999999')
  })
})

describe('待核', () => {
  test('groups by activity, flags what differs from the plan, and says what can be said next', async () => {
    const [wang, li] = [await socialWorker('王社工', '待核队'), await socialWorker('李社工', '待核队')]
    const { code, people } = await claimed(['张三'], { team: '待核队' })
    const extra = await desk.person('李四')
    await desk.signUp(code, extra)
    await desk.run(runLog, { code, minutes: 60 }, { by: extra })
    const reply = await desk.run(runPending, {}, { by: wang })
    expect(reply.text).toBe(
      [
        '待核：1 个活动，2 条时长',
        `${code} 11月28日 周六 探访老人：2 条，报 4小时，计划 6小时，1 条有出入`,
        `可以说「核实 ${code} 全部」，或「核实 ${code}」看每一条。`,
      ].join('\n'),
    )
    expect(reply.quickReplies).toEqual([`核实 ${code} 全部`])
    const long = await claimed([], {
      team: '待核队',
      start: '12:00',
      end: '21:00',
      minutes: 540,
      people,
    })
    await desk.run(runVerify, { code: long.code, pick: 'all' }, { by: wang })
    expect((await desk.run(runPending, {}, { by: wang })).text).not.toContain(long.code)
    expect((await desk.run(runPending, {}, { by: li })).text).toContain('1 条等第二位社工')
  })

  test('six lines at most; other teams’ lines and one’s own are not there', async () => {
    const wang = await socialWorker('王社工', '满队')
    for (let n = 0; n < 6; n++) await claimed(['张三'], { team: '满队' })
    await claimed([], { team: '满队', people: [wang] })
    const { text } = await desk.run(runPending, {}, { by: wang })
    expect(text.split('\n')).toHaveLength(6)
    expect(text).toContain('待核：6 个活动，6 条时长')
    const nobody = await socialWorker('闲社工', '空队')
    expect((await desk.run(runPending, {}, { by: nobody })).text).toBe(
      '没有等你答复的申请，也没有等你核实的时长。',
    )
  })
})

test('all of it in English', async () => {
  const wang = await socialWorker()
  const { code, lines } = await claimed(['Ann', 'Bo'])
  const said = { by: wang, locale: 'en' } as const
  expect((await desk.run(runVerify, { code }, said)).text).toContain(`${code}: 2 lines waiting.`)
  expect((await desk.run(runVerify, { code, pick: 'some', who: ['Ann'] }, said)).text).toBe(
    `Verified ${code}: 1 line, 3 h in all (180 minutes).\nAnn 3 h`,
  )
  expect((await desk.run(runReject, { entry: lines[1], reason: 'was not there' }, said)).text).toBe(
    `Refused ${lines[1]} (28 Nov Sat, ${code}, 3 h); the volunteer has been told.`,
  )
  const { more } = textsFor('en').verify
  expect(more({ code })).toContain(`say "verify ${code} all" again`)
})
