import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { at } from '../support/command-store.ts'
import { postActivity } from '../support/post-activity.ts'
import { teamPeople } from '../support/team-people.ts'

// Closing an activity with the people it served, on the real path. It is Tuesday, 24 November 2026, 10:00 in Shanghai.

let app: App
let people: ReturnType<typeof teamPeople>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
  people = teamPeople(app)
})
afterAll(() => app.stop())

const over = (team = '南园队') =>
  postActivity(app.store, { team, start: at('2026-11-21 09:00'), end: at('2026-11-21 12:00') })

describe('结项', () => {
  test('counts in 统计, and a correction says the old number and waits for 是', async () => {
    const wang = await people.worker('王社工', '园岭队')
    const code = await over('园岭队')
    expect(await wang.say(`结项 ${code} 120人`)).toBe(`${code} 已结项，服务对象 120 人次，会算进「统计」。`)
    expect(await wang.say('统计')).toContain('服务对象 120 人次（1 场已结项的活动）')
    expect(await wang.say(`结项 ${code} 130人`)).toBe(
      `${code} 原来记的是服务对象 120 人次，要改成 130 人次吗？回复「是」就改。`,
    )
    expect(await wang.say('是')).toBe(`${code} 已结项，服务对象 130 人次（原来是 120），会算进「统计」。`)
    expect(await wang.say(`结项${code} 130`)).toBe(`${code} 已经结项，服务对象 130 人次，没有改动。`)
    expect(await wang.say('统计')).toContain('服务对象 130 人次（1 场已结项的活动）')
  })

  test('only after the end; the number is asked for', async () => {
    const wang = await people.worker('何社工')
    expect(await wang.say(`结项 ${await postActivity(app.store)} 10人`)).toContain('还没结束，结束后再结项')
    const code = await over()
    expect(await wang.say(`结项 ${code}`)).toBe(`${code} 服务了多少人次？例如「120人」。`)
    expect(await wang.say('0人')).toBe(`${code} 已结项，服务对象 0 人次，会算进「统计」。`)
  })

  test('is for a social worker of its team', async () => {
    const other = await people.worker('外社工', '华强队')
    const code = await over()
    expect(await other.say(`结项 ${code} 5人`)).toBe(`${code} 由南园队的社工来结项，请联系他们。`)
    expect(await other.say('统计')).not.toContain('服务对象')
  })

  test('in English', async () => {
    const wang = await people.worker('Wang')
    await people.english(wang)
    const code = await over()
    expect(await wang.say(`close ${code} 40 people`)).toContain('people served: 40.')
    expect(await wang.say('stats')).toMatch(/People served: \d+ \(activities closed: \d\)/)
  })
})
