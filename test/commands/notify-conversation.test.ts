import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { postActivity } from '../support/post-activity.ts'
import { teamPeople } from '../support/team-people.ts'

// Saying something to everybody who comes, on the real path. It is Tuesday, 24 November 2026, 10:00 in Shanghai.

let app: App
let people: ReturnType<typeof teamPeople>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-24T10:00:00+08:00' })
  people = teamPeople(app)
})
afterAll(() => app.stop())

const notice = (code: string, words: string) => `【通知】${code} 探访老人 11月28日 周六 9:00-12:00：${words}`

describe('通知', () => {
  test('shows the words and the count, and goes after 是 to who has a place, opted out or not', async () => {
    const wang = await people.worker('王社工')
    const code = await postActivity(app.store, { places: 1 })
    const [zhang, li] = [await people.somebody('张三'), await people.somebody('李四')]
    await zhang.say(`报名 ${code}`)
    await zhang.say('退订')
    await li.say(`报名 ${code}`)
    await li.say('是')
    const asked = await wang.says(`通知 ${code} 带伞`)
    expect(asked.direct).toBe(`会发给已报名的 1 人：\n${notice(code, '带伞')}\n回复「是」就发出去。`)
    expect(asked.others).toEqual([])
    const done = await wang.says('是')
    expect(done.direct).toBe(`正在通知 ${code} 的 1 人。`)
    expect(done.others).toEqual([{ to: zhang.user, text: notice(code, '带伞') }])
    expect(await zhang.hears('带伞')).toBe(notice(code, '带伞'))
    expect(li.heard().join()).not.toContain('带伞')
  })

  test('the words are asked for, 不 sends nothing, and nobody is nobody', async () => {
    const wang = await people.worker('何社工')
    const code = await postActivity(app.store)
    expect(await wang.say(`通知 ${code} 带伞`)).toBe(`${code} 还没有别人报名，没有可以通知的人。`)
    await (await people.somebody('丙三')).say(`报名 ${code}`)
    expect(await wang.say(`通知 ${code}`)).toBe(`要对 ${code} 报了名的人说什么？`)
    expect(await wang.say('八点半集合')).toContain('八点半集合')
    expect(await wang.say('不')).toBe('好的，没有改动。')
  })

  test('is for whoever leads its team, also at 是', async () => {
    const code = await postActivity(app.store)
    await (await people.somebody('丁四')).say(`报名 ${code}`)
    const [other, own] = [await people.worker('外社工', '华强队'), await people.worker('内社工')]
    expect(await other.say(`通知 ${code} 带伞`)).toContain('由南园队的队长或社工负责')
    await own.say(`通知 ${code} 带伞`)
    await app.store.people.model.updateOne({ _id: own.number }, { grants: [] })
    const refused = await own.says('是')
    expect(refused.direct).toContain('这件事由队长或社工来做')
    expect(refused.others).toEqual([])
  })

  test('in English', async () => {
    const wang = await people.worker('Wang')
    const zhang = await people.somebody('Zhang')
    await people.english(wang, zhang)
    const code = await postActivity(app.store, { title: 'Home visits' })
    await zhang.say(`signup ${code}`)
    expect(await wang.say(`notify ${code} bring an umbrella`)).toContain('This goes to 1 person signed up:')
    expect((await wang.says('yes')).others[0]?.text).toMatch(/^\[NOTICE\] .*: bring an umbrella$/)
  })
})
