import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { at } from '../support/command-store.ts'
import { teamPeople } from '../support/team-people.ts'

let app: App
let chen: Awaited<ReturnType<App['admin']>>
let people: ReturnType<typeof teamPeople>
beforeAll(async () => {
  app = await startApp()
  chen = await app.admin()
  people = teamPeople(app)
})
afterAll(() => app.stop())

describe('队 and 站', () => {
  test('are made with and without a space, and with station and kind', async () => {
    expect(await chen.say('站新建 园岭站')).toContain('建好了：园岭站（服务站）。')
    expect(await chen.say('队新建 园岭助老队')).toContain('建好了：园岭助老队（服务队）。')
    expect(await chen.say('队 新建 红荔医院队｜园岭站｜团体队')).toContain(
      '建好了：红荔医院队（团体队，园岭站）。',
    )
    expect(await chen.say('队 新建 北园队 没有的站')).toContain('先说「站 新建 没有的站」建站')
    expect(await chen.say('队')).toContain('园岭站：红荔医院队')
  })

  test('a new name goes everywhere after 是: people, rooms, activities, hours and figures', async () => {
    await chen.say('队 新建 沙头队')
    const wang = await people.worker('王社工', '沙头队')
    await wang.says('绑定 沙头队', { room: 'r-9', mention: true })
    await app.store.hours.add({
      _id: 'H9001',
      person: wang.number,
      activity: 'A9001',
      team: '沙头队',
      category: '老人服务',
      date: '2026-11-10',
      start: at('2026-11-10 09:00'),
      end: at('2026-11-10 11:00'),
      claimed: 120,
      planned: 120,
      minutes: 120,
      state: 'verified',
      by: wang.number,
      claimedAt: at('2026-11-10 11:00'),
      verifiers: [],
      verifiedAt: at('2026-11-11 11:00'),
      key: 'made',
    })
    expect(await chen.say('按队统计')).toContain('沙头队：2.0 小时（120 分钟），1 人次')

    expect(await chen.say('队 改名 沙头队 园岭助老队')).toBe('已经有「园岭助老队」了。')
    expect(await chen.say('队 改名 沙头队')).toBe('沙头队 要改叫什么？')
    expect(await chen.say('沙头 助老队')).toContain('队名请用 20 个字以内')
    expect(await chen.say('沙头助老队')).toContain('把「沙头队」改名为「沙头助老队」？')
    expect(await chen.say('是')).toBe('改好了：「沙头队」现在叫「沙头助老队」。')
    expect(await chen.say('按队统计')).toContain('沙头助老队：2.0 小时（120 分钟），1 人次')
    expect((await app.store.people.find(wang.number))?.grants[0]?.scope).toEqual({
      kind: 'team',
      name: '沙头助老队',
    })
    expect((await app.store.rooms.ofTeams(['沙头助老队'])).map(({ room }) => room)).toEqual(['r-9'])
    expect(await chen.say('队 改名 沙头队 别的队')).toContain('没有叫「沙头队」的队')
  })

  test('a closed one is no longer offered and can come back; a station with teams stays', async () => {
    expect(await chen.say('站 停用 园岭站')).toContain('「园岭站」里还有在用的队：红荔医院队')
    expect(await chen.say('队 停用 红荔医院队')).toContain('停用「红荔医院队」？')
    expect(await chen.say('不')).toBe('好的，没有改动。')
    await chen.say('队停用 红荔医院队')
    expect(await chen.say('是')).toBe('「红荔医院队」已停用。要再用就说「队 启用 红荔医院队」。')
    expect(await chen.say('队')).not.toContain('红荔医院队')
    expect(await chen.say('队 新建 红荔医院队')).toBe(
      '「红荔医院队」已停用，要再用就说「队 启用 红荔医院队」。',
    )
    expect(await chen.say('队 启用 红荔医院队')).toBe('「红荔医院队」又可以用了。')
    expect(await chen.say('队')).toContain('园岭站：红荔医院队')
  })

  test('is for admins', async () => {
    const zhang = await people.somebody('张三')
    expect(await zhang.say('队 停用 园岭助老队')).toBe('这件事由管理员来做，请联系他们。')
  })
})

describe('类别', () => {
  test('is listed, made, renamed and closed', async () => {
    expect(await chen.say('类别')).toContain('老人服务')
    expect(await chen.say('类别 新建 园艺服务')).toBe('建好了，发布活动时可以用类别「园艺服务」。')
    expect(await chen.say('新建类别 园艺服务')).toBe('已经有类别「园艺服务」了。')
    expect(await chen.say('类别 改名 园艺服务 园林服务')).toContain('把类别「园艺服务」改名为「园林服务」？')
    expect(await chen.say('是')).toBe('改好了：类别「园艺服务」现在叫「园林服务」。')
    expect(await chen.say('类别停用 园林服务')).toContain('停用类别「园林服务」？')
    expect(await chen.say('是')).toContain('类别「园林服务」已停用。')
    expect(await chen.say('类别')).not.toContain('园林服务')
    expect(await chen.say('类别 启用 园林服务')).toBe('类别「园林服务」又可以用了。')
    expect(await chen.say('类别 停用 没有的')).toContain('没有叫「没有的」的类别')
  })
})

describe('解绑', () => {
  test('takes the room from its team after 是, by the word of its social worker', async () => {
    const li = await people.worker('李社工', '园岭助老队')
    const other = await people.worker('赵社工', '红荔医院队')
    const room = { room: 'r-5', mention: true }
    expect((await li.says('解绑', room)).here).toBe('这个群没有绑定队。')
    await li.says('绑定 园岭助老队', room)
    expect((await other.says('解绑', room)).here).toContain('这个群已经是园岭助老队的群')
    expect((await li.says('解绑', room)).here).toContain('这个群不再是园岭助老队的群')
    expect((await li.says('是', room)).here).toContain('解绑了')
    expect(await app.store.rooms.ofTeams(['园岭助老队'])).toEqual([])
    expect((await li.says('解绑', room)).here).toBe('这个群没有绑定队。')
  })
})

test('in English', async () => {
  await people.english(chen)
  expect(await chen.say('team new Beiyuan')).toContain('Done: Beiyuan (service team).')
  expect(await chen.say('team rename Beiyuan to Nanshan')).toContain('Rename "Beiyuan" to "Nanshan"?')
  expect(await chen.say('yes')).toBe('Done: "Beiyuan" is called "Nanshan" now.')
  expect(await chen.say('category new Gardening')).toContain('can be posted with the category "Gardening"')
})
