import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { linkIn } from '../support/download.ts'
import { until } from '../support/until.ts'

// A month of a team's life, from the first admin to a closed account, said by five people. At its end the figures are
// right to the minute. It begins on Monday, 2 November 2026, at 9:00 in Shanghai.

let app: App
beforeAll(async () => {
  app = await startApp({ now: '2026-11-02T09:00:00+08:00' })
})
afterAll(() => app.stop())

/** Moves on to another moment, once everything that was to be said until then has been. */
async function at(moment: string) {
  await until(
    async () =>
      (await app.store.outbox.model.countDocuments({ state: { $in: ['queued', 'claimed', 'calling'] } })) ===
      0,
    'everything to be said',
  )
  app.clock.set(`2026-11-${moment}:00+08:00`)
}
const found = (pattern: RegExp, text: string) => pattern.exec(text)?.[0] ?? text
const room = { room: 'r-1', roomName: '南园队群', mention: true }

test('a month of 南园队', async () => {
  const chen = await app.admin()
  const wang = await app.registered('wang', '王社工')
  const [zhang, li, zhao] = [
    await app.registered('zhang', '张三', '1990'),
    await app.registered('li', '李四', '1958'),
    await app.registered('zhao', '赵六', '1985'),
  ]
  expect(await chen.say('队 新建 南园队')).toContain('建好了：南园队')
  await chen.say('授权 王社工 社工 南园队')
  expect(await chen.say('是')).toContain('现在是南园队的社工')
  expect((await wang.says('绑定 南园队', room)).here).toContain('南园队')

  // They join, and the social worker agrees.
  for (const one of [zhang, li, zhao]) {
    const request = found(/Q\d+/, await one.say('加入 南园队'))
    expect(await wang.say(`同意 ${request}`)).toContain('已加入南园队')
  }

  // Four Saturdays with two places each, and a call to the group.
  const series = await wang.say('发布 探访老人 | 老人服务 | 每周六9:00-12:00 4次 | 福利院 | 2人 | 南园队')
  expect(series).toContain('11月28日')
  const posted = await wang.say('是')
  expect(posted).toMatch(/A1.*A4/s)
  await wang.say('召集 A1 南园队')
  await wang.say('是')
  await app.receiver.waitFor(({ data }) => data.to.kind === 'room' && data.text.includes('A1'))

  // Three want two places; one gives theirs back and the next takes it.
  expect(await zhang.say('报名A1')).toContain('报名成功')
  expect(await li.say('报名A1')).toContain('报名成功')
  expect(await zhao.say('报名A1')).toContain('第 1 位')
  await at('03 10:00')
  expect(await li.say('取消 A1')).toContain('A1')
  await zhao.hears('有名额了')
  expect(await zhao.say('1')).toContain('名额是你的了')

  // The first Saturday: one comes and leaves in time, one does not come.
  await at('07 08:50')
  expect(await zhang.say('签到 A1')).toContain('签到')
  await at('07 12:00')
  expect(await zhang.say('签退 A1')).toContain('3小时')
  await at('07 12:40')
  expect(await wang.say('缺席 A1 赵六')).toContain('赵六')
  expect(await zhao.hears('缺席')).toContain('A1')
  expect(await wang.say('核实 A1 全部')).toContain('1 条，共 3小时（180 分钟）')
  expect(await wang.say('结项 A1 20人')).toContain('20')

  // The second: hours claimed in the evening, verified, and corrected two days later.
  await at('09 10:00')
  await li.say('报名 A2')
  await at('14 20:00')
  const claim = await li.say('记时 A2 3小时')
  expect(claim).toContain('11月14日 周六')
  const entry = found(/H\d+/, claim)
  expect(await wang.say('核实 A2 李四')).toContain('3小时')
  await at('16 09:30')
  expect(await wang.say(`更正 ${entry} 2小时 提前走了`)).toContain('2小时')
  expect(await li.hears('提前走了')).toContain(entry)
  expect(await wang.say('结项 A2 8人')).toContain('8')

  // The third is called off, and who had a place hears why.
  await zhang.say('报名 A3')
  await at('19 09:00')
  await wang.say('停办 A3 台风')
  await wang.say('是')
  expect(await zhang.hears('台风')).toContain('A3')

  // The fourth: two come, one stays an hour less, a third comes without having signed up.
  await at('23 09:00')
  await zhang.say('报名 A4')
  await li.say('报名 A4')
  await at('28 08:58')
  await zhang.say('签到 A4')
  await li.say('签到 A4')
  await at('28 11:00')
  expect(await li.say('签退 A4')).toContain('记 2小时（120 分钟')
  await at('28 12:00')
  expect(await zhang.say('签退 A4')).toContain('3小时')
  await at('28 15:00')
  expect(await wang.say('核实 A4 全部')).toContain('2 条，共 5小时（300 分钟）')
  expect(await wang.say('补录 A4 赵六 1小时')).toContain('1小时')
  expect(await wang.say('结项 A4 30人')).toContain('30')

  // A certificate, and an account that is closed; the certificate's number stays good.
  await at('30 09:00')
  const paper = await li.say('证明')
  const number = found(/\d{4}(?:-[0-9A-Z]{4}){3}/, paper)
  expect(paper).toContain('已核实 4小时')
  expect(linkIn(paper)).toContain('/files/')
  await li.say('注销')
  await li.say('是')
  expect(await li.say('确认')).toContain('已经注销')
  const page = await (
    await fetch(`${app.url}/verify/${number}`, { headers: { 'accept-language': 'zh' } })
  ).text()
  expect(page).toContain(number)
  expect(page).not.toContain('李四')

  // 张三 3 + 3 hours, 李四 2 + 2 (of whom only minutes are left), 赵六 1: five attendances of three people.
  await at('30 18:00')
  const figures = await wang.say('统计 本月')
  expect(figures).toContain('参与 5 人次，来自 3 人')
  expect(figures).toContain('核实 11.0 小时（660 分钟）')
  expect(figures).toContain('服务对象 58 人次（3 场已结项的活动）')
  expect(await chen.say('统计 本月 按队')).toContain('南园队')
  expect(await chen.say('统计 截至 11月15日')).toContain('（360 分钟）')
  expect(await chen.say('排行 本月')).toMatch(/\n1\. V\d{6} \S+：/)
  expect(await zhang.say('时长')).toContain('已核实：6小时')
  expect(await wang.say('待核')).toContain('没有等你')
  expect(await chen.say('审计 3')).toContain('统计')
})
