import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'
import { pastActivity } from '../support/served.ts'

// A social worker is the mother of a child who helps in her own team. It is Sunday, 29 November 2026.

let app: App
let he: Awaited<ReturnType<App['withRole']>>
let mother: Awaited<ReturnType<App['withRole']>>
let child: string
beforeAll(async () => {
  app = await startApp({ now: '2026-11-29T10:00:00+08:00' })
  await (await app.admin()).say('队 新建 南园队')
  he = await app.withRole('socialWorker', '何社工')
  mother = await app.withRole('socialWorker', '王妈妈')
  await mother.say('监护 王小宝 2015')
  const request = /Q\d+/.exec(await mother.say('同意'))?.[0] ?? ''
  expect(await mother.say(`同意 ${request}`)).toContain('是你自己的')
  child = /V\d{6}/.exec(await he.say(`同意 ${request}`))?.[0] ?? ''
})
afterAll(() => app.stop())

/** What the child did on a day, and the line of it. */
async function served(date: string) {
  const code = await pastActivity(app, { date, responsible: he.number })
  await app.store.signups.add({
    activity: code,
    person: child,
    state: 'confirmed',
    step: { key: `listed-${code}`, at: new Date('2026-11-20T09:00:00+08:00'), by: child },
  })
  const entry = /H\d+/.exec(await mother.say(`代 王小宝 记时 ${code} 1小时`))?.[0] ?? ''
  return { code, entry }
}

test('neither verifies, corrects, refuses nor adds hours of their child', async () => {
  const { code, entry } = await served('2026-11-28')
  const refused = `${entry} 是你孩子的，要由别人来定，可以请 何社工。`
  expect(await mother.say('待核')).not.toContain(code)
  expect(await mother.say(`核实 ${code} 全部`)).toBe(refused)
  expect(await mother.say(`驳回 ${entry} 没来`)).toBe(refused)
  expect(await mother.say(`同意 ${entry}`)).toBe(refused)
  expect((await app.store.hours.find(entry))?.state).toBe('pending')
  expect(await he.say('待核')).toContain(code)
  expect(await he.say(`核实 ${code} 全部`)).toContain('已核实')
  expect(await mother.say(`更正 ${entry} 30分钟 早走`)).toBe(refused)

  const other = await pastActivity(app, { date: '2026-11-27', responsible: he.number })
  expect(await mother.say(`补录 ${other} ${child} 1小时`)).toBe(
    '王小宝 是你孩子的，要由别人来定，可以请 何社工。',
  )
  expect(await app.store.hours.claimOf(child, other)).toBeNull()
})

test('others’ hours are verified beside theirs', async () => {
  const { code, entry } = await served('2026-11-26')
  const li = await app.somebody('李四')
  await app.store.signups.add({
    activity: code,
    person: li.number,
    state: 'confirmed',
    step: { key: `listed-${code}-li`, at: new Date('2026-11-20T09:00:00+08:00'), by: li.number },
  })
  await li.say(`记时 ${code} 2小时`)
  const said = await mother.say(`核实 ${code} 全部`)
  expect(said).toContain('2小时')
  expect(said).toContain(`${entry} 是你孩子的`)
  expect((await app.store.hours.claimOf(li.number, code))?.state).toBe('verified')
  expect((await app.store.hours.find(entry))?.state).toBe('pending')
})

test('a request of the child goes to others', async () => {
  const asked = await mother.says('代 王小宝 加入 南园队')
  const request = /Q\d+/.exec(asked.here)?.[0] ?? ''
  expect(asked.others.map(({ to }) => to)).toEqual([he.user])
  expect(await mother.say(`同意 ${request}`)).toBe(`${request} 是你孩子的，要由别人来定，可以请 何社工。`)
  expect(await mother.say('待核')).not.toContain(request)
  expect(await he.say(`同意 ${request}`)).toContain('南园队')
})

test('the list of the morning names it to others alone', async () => {
  const { code } = await served('2026-11-20')
  const zhao = await app.somebody('赵六')
  const other = await pastActivity(app, { date: '2026-11-20', responsible: he.number })
  await app.store.signups.add({
    activity: other,
    person: zhao.number,
    state: 'confirmed',
    step: { key: `listed-${other}`, at: new Date('2026-11-18T09:00:00+08:00'), by: zhao.number },
  })
  await zhao.say(`记时 ${other} 2小时`)
  app.clock.set('2026-12-15T09:00:05+08:00')
  expect(await he.hears('早上好')).toContain(code)
  const list = await mother.hears('早上好')
  expect(list).toContain(other)
  expect(list).not.toContain(code)
  app.clock.set('2026-11-29T12:00:00+08:00')
})

test('in English', async () => {
  const { code, entry } = await served('2026-11-25')
  await mother.say('lang en')
  expect(await mother.say(`verify ${code} all`)).toBe(
    `${entry} is your child's, so somebody else has to decide: 何社工.`,
  )
})
