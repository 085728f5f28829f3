import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { postActivity } from '../support/post-activity.ts'
import { teamPeople } from '../support/team-people.ts'

// Changing one thing about an activity, on the real path. It is Tuesday, 24 November 2026, 10:00 in Shanghai.

let app: App
let people: ReturnType<typeof teamPeople>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
  people = teamPeople(app)
})
afterAll(() => app.stop())

const saturday = '11月28日 周六 9:00-12:00'

describe('改', () => {
  test('says the old and the new, and tells who comes where to meet', async () => {
    const wang = await people.worker('王社工')
    const code = await postActivity(app.store, { meetAt: '东门' })
    const zhang = await people.somebody('张三')
    await zhang.say(`报名 ${code}`)
    const done = await wang.says(`改 ${code} 集合点 西门`)
    expect(done.direct).toBe(`${code} 的集合点改好了：东门 → 西门。正在告诉 1 人。`)
    expect(done.others).toEqual([
      { to: zhang.user, text: `${code} 探访老人 ${saturday} 的集合点改了：原来是东门，现在是西门。` },
    ])
    expect(await wang.say(`改 ${code} 集合点 西门`)).toBe(`${code} 的集合点本来就是 西门，没有改动。`)
  })

  test('a title is changed without a word to others', async () => {
    const wang = await people.worker('何社工')
    const code = await postActivity(app.store)
    await (await people.somebody('李四')).say(`报名 ${code}`)
    const done = await wang.says(`修改 ${code} 标题改为 陪老人聊天`)
    expect(done.direct).toBe(`${code} 的标题改好了：探访老人 → 陪老人聊天。`)
    expect(done.others).toEqual([])
  })

  test('more places are offered to who waits', async () => {
    const wang = await people.worker('周社工')
    const code = await postActivity(app.store, { places: 1 })
    const [first, second] = [await people.somebody('甲一'), await people.somebody('乙二')]
    await first.say(`报名 ${code}`)
    await second.say(`报名 ${code}`)
    await second.say('是')
    expect(await wang.say(`改 ${code} 人数 2人`)).toBe(
      `${code} 的人数改好了：1 → 2。多出来的名额会按顺序问候补的人。`,
    )
    await second.hears(/回复[^]*1/)
    expect(await second.say('1')).toContain(code)
    expect(await app.store.activities.find(code)).toMatchObject({ places: 2, taken: 2, waiting: [] })
  })

  test('fewer places than are taken are refused with the numbers', async () => {
    const wang = await people.worker('吴社工')
    const code = await postActivity(app.store)
    for (const name of ['丙三', '丁四']) await (await people.somebody(name)).say(`报名 ${code}`)
    expect(await wang.say(`改 ${code} 人数 1`)).toBe(
      `${code} 已经有 2 人占了名额，不能改成 1 人。要减少的话，先请几位取消。`,
    )
    expect(await wang.say(`改 ${code} 名额 2`)).toBe(`${code} 的人数改好了：10 → 2。`)
  })

  test('the time is for 改期, and what is to be changed is asked for', async () => {
    const wang = await people.worker('郑社工')
    const code = await postActivity(app.store)
    expect(await wang.say(`改 ${code} 时间 周日9:00-12:00`)).toContain(`「改期 ${code} 周六9:00-12:00」`)
    expect(await wang.say(`改 ${code}`)).toContain(`${code} 要改什么？`)
    expect(await wang.say('地点 街道办')).toBe(`${code} 的地点改好了：福利院 → 街道办。`)
  })

  test('is for whoever leads its team', async () => {
    const code = await postActivity(app.store)
    const [other, volunteer] = [await people.worker('外社工', '华强队'), await people.somebody('赵六')]
    expect(await other.say(`改 ${code} 人数 3`)).toBe(`${code} 由南园队的队长或社工负责，请联系他们。`)
    expect(await volunteer.say(`改 ${code} 人数 3`)).toContain('这件事由队长或社工来做')
    expect((await app.store.activities.find(code))?.places).toBe(10)
  })

  test('in English', async () => {
    const wang = await people.worker('Wang')
    const zhang = await people.somebody('Zhang')
    await people.english(wang, zhang)
    const code = await postActivity(app.store, { title: 'Home visits' })
    await zhang.say(`signup ${code}`)
    expect(await wang.say(`edit ${code} places 12`)).toContain(`The number of places of ${code}: 10 → 12.`)
    const done = await wang.says(`edit ${code} place Town hall`)
    expect(done.others[0]?.text).toMatch(/the place has changed from 福利院 to Town hall/)
    expect(await wang.say(`edit ${code} time sun 9:00-12:00`)).toContain(`"reschedule ${code}`)
  })
})
