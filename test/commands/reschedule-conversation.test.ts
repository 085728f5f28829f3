import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { at } from '../support/command-store.ts'
import { postActivity } from '../support/post-activity.ts'
import { teamPeople } from '../support/team-people.ts'

// Moving an activity to another time, on the real path. It is Tuesday, 24 November 2026, 10:00 in Shanghai.

let app: App
let people: ReturnType<typeof teamPeople>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
  people = teamPeople(app)
})
afterAll(() => app.stop())

const saturday = '11月28日 周六 9:00-12:00'
const sunday = '11月29日 周日 14:00-17:00'

describe('改期', () => {
  test('says both times, waits for 是, tells everybody, and moves what they promised', async () => {
    const wang = await people.worker('王社工')
    const code = await postActivity(app.store)
    const zhang = await people.somebody('张三')
    await zhang.say(`报名 ${code}`)
    expect(await wang.say(`改期 ${code} 周日14:00-17:00`)).toBe(
      `要把 ${code} 探访老人 从 ${saturday} 改到 ${sunday}，会告诉 1 人。\n回复「是」就改期。`,
    )
    const done = await wang.says('是')
    expect(done.direct).toBe(`${code} 已改到 ${sunday}。正在告诉 1 人。`)
    expect(done.others).toEqual([
      {
        to: zhang.user,
        text: `${code} 探访老人 改期了：原来是 ${saturday}，现在是 ${sunday}。来不了就回复「取消 ${code}」。`,
      },
    ])
    expect(await app.store.activities.find(code)).toMatchObject({
      start: at('2026-11-29 14:00'),
      end: at('2026-11-29 17:00'),
    })
    const [onSaturday, onSunday] = [
      await postActivity(app.store),
      await postActivity(app.store, { start: at('2026-11-29 15:00'), end: at('2026-11-29 16:00') }),
    ]
    expect(await zhang.say(`报名 ${onSaturday}`)).toContain('报名成功')
    expect(await zhang.say(`报名 ${onSunday}`)).toContain(`你已经报名了 ${code}`)
  })

  test('who promised something else at that time is named to the social worker alone', async () => {
    const wang = await people.worker('何社工')
    const code = await postActivity(app.store)
    const other = await postActivity(app.store, {
      start: at('2026-11-29 15:00'),
      end: at('2026-11-29 16:00'),
    })
    const li = await people.somebody('李四')
    await li.say(`报名 ${code}`)
    await li.say(`报名 ${other}`)
    const room = { room: 'r-1', mention: true }
    expect((await wang.says(`改期 ${code} 周日14:00-17:00`, room)).here).toContain('其中 1 人那时有别的活动')
    const done = await wang.says('是', room)
    expect(done.here).not.toContain('李四')
    expect(done.direct).toBe(`这些人那时还报了别的活动，请和他们商量：李四（${li.number}，${other}）`)
  })

  test('a time that is past, or none, is asked for again', async () => {
    const wang = await people.worker('周社工')
    const code = await postActivity(app.store)
    expect(await wang.say(`改期 ${code}`)).toBe(`${code} 改到什么时候？例如「周六9:00-12:00」。`)
    expect(await wang.say('今天8:00-9:00')).toContain('已经过去了')
    expect(await wang.say('11月30日9:00-11:00')).toContain('改到 11月30日 周一 9:00-11:00')
    expect(await wang.say('不')).toBe('好的，没有改动。')
    expect((await app.store.activities.find(code))?.start).toEqual(at('2026-11-28 09:00'))
  })

  test('a change by somebody else between the question and 是 is not overwritten', async () => {
    const [wang, he] = [await people.worker('吴社工'), await people.worker('郑社工')]
    const code = await postActivity(app.store)
    await wang.say(`改期 ${code} 周日14:00-17:00`)
    await he.say(`改期 ${code} 11月30日9:00-11:00`)
    await he.say('是')
    expect(await wang.say('是')).toContain('刚刚被别人改过')
    expect((await app.store.activities.find(code))?.start).toEqual(at('2026-11-30 09:00'))
  })

  test('is for whoever leads its team', async () => {
    const code = await postActivity(app.store)
    const other = await people.worker('外社工', '华强队')
    expect(await other.say(`改期 ${code} 周日14:00-17:00`)).toContain('由南园队的队长或社工负责')
  })

  test('in English', async () => {
    const wang = await people.worker('Wang')
    const zhang = await people.somebody('Zhang')
    await people.english(wang, zhang)
    const code = await postActivity(app.store, { title: 'Home visits' })
    await zhang.say(`signup ${code}`)
    expect(await wang.say(`reschedule ${code} sunday 14:00-17:00`)).toMatch(
      /^Move .*\? I will tell 1 person\./,
    )
    const done = await wang.says('yes')
    expect(done.others[0]?.text).toMatch(/has moved from .* 9:00-12:00 to .* 14:00-17:00\./)
  })
})
