import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { download, linkIn } from '../support/download.ts'
import { until } from '../support/until.ts'
import { pastActivity, serve, socialWorker } from '../support/served.ts'

let app: App
let chen: Awaited<ReturnType<App['admin']>>
let wang: Awaited<ReturnType<typeof socialWorker>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-29T10:00:00+08:00' })
  chen = await app.admin()
  wang = await socialWorker(app)
})
afterAll(() => app.stop())

/** Somebody with a phone, a skill, 3 verified hours, a certificate and a place at an activity of one place. */
async function volunteer(user: string, name: string) {
  const talker = app.person(user, name)
  await talker.say(`注册 ${name} 13800000000 1955`)
  await talker.say('同意')
  const number = (await app.store.identities.find(talker.identity))?.person ?? ''
  await app.store.people.model.updateOne({ _id: number }, { skills: ['法律援助'] })
  const past = await pastActivity(app, { date: '2026-11-28', responsible: wang.number })
  await serve(number, { worker: wang, code: past, time: '3小时' })
  const link = linkIn(await talker.say('证明'))
  const certificate = (await app.store.certificates.ofPerson(number))[0]?._id ?? ''
  const coming = await pastActivity(app, { date: '2026-12-05', responsible: wang.number, title: '清洁海滩' })
  await app.store.activities.model.updateOne({ _id: coming }, { places: 1 })
  await talker.say(`报名 ${coming}`)
  await talker.say(`取消 ${coming} 孩子生病了`)
  await talker.say(`报名 ${coming}`)
  return { ...talker, number, past, coming, certificate, link }
}

/** How many the statistics call registered, up to now. */
const registered = async () => Number(/登记义工 (\d+) 人/.exec(await chen.say('统计 2026'))?.[1])

/** Everything the statistics say about minutes, attendances and the people behind them. */
const figures = async () =>
  (await chen.say('统计 2026 按类别')).match(/\d+\.\d 小时（\d+ 分钟）|\d+ 人次，来自 \d+ 人/g) ?? []

describe('closing an account', () => {
  test('asked twice, then nothing of the person stays but numbers, and the places go to others', async () => {
    const zhang = await volunteer('zhang', '张三')
    const li = await app.registered('li', '李四')
    await li.say(`报名 ${zhang.coming}`)
    await li.say('是')
    expect((await app.store.activities.find(zhang.coming))?.waiting).toHaveLength(1)
    const before = await figures()
    expect(before).toHaveLength(3)
    const people = await registered()

    const asked = await zhang.says('注销')
    expect(asked.direct).toBe(
      '注销会删掉你的姓名、手机、生日、专长、聊天账号和反映的内容，取消你的身份和还没结束的 1 个报名。\n' +
        '时长只留下不带姓名的数字用于统计；开过的证明还能按编号核对，但不能再下载。\n' +
        '想先留一份就说「导出」。要继续请回复「是」。',
    )
    expect(asked.quickReplies).toEqual(['是', '不'])
    const again = await zhang.says('是')
    expect(again.direct).toBe('最后确认一次：删掉以后不能恢复。确定就回复「确认」。')
    expect(again.quickReplies).toEqual(['确认', '不'])
    expect(await zhang.say('确认')).toBe(
      '已经注销，你的个人信息都删掉了。谢谢你为大家做的 3小时！想回来，随时说「注册」。',
    )

    expect(await app.store.people.find(zhang.number)).toMatchObject({ name: '***', skills: [], grants: [] })
    const left = JSON.stringify([
      await app.store.people.model.find({ _id: zhang.number }).lean(),
      await app.store.signups.model.find({ person: zhang.number }).lean(),
      await app.store.hours.model.find({ person: zhang.number }).lean(),
      await app.store.certificates.model.find({ person: zhang.number }).lean(),
      await app.store.identities.model.find({ person: zhang.number }).lean(),
      await app.store.identities.find(zhang.identity),
      await app.store.files.model.find({ person: zhang.number }).lean(),
      await app.store.prompts.model.find({ person: zhang.number }).lean(),
    ])
    expect(left).not.toMatch(/张三|zhang|phone|birth|sealed|reason|法律援助/)

    expect(await li.hears('有名额了')).toContain(zhang.coming)
    expect(await wang.hears('注销了')).toBe(
      `义工 ${zhang.number} 注销了，${zhang.coming} 清洁海滩 12月5日 周六 9:00-12:00 空出一个名额。`,
    )
    expect(await figures()).toEqual(before)
    expect(await registered()).toBe(people - 1)
    expect((await fetch(`${app.url}/verify/${zhang.certificate}`)).status).toBe(200)
    expect((await fetch(`${app.url}${zhang.link}`)).status).toBe(404)
  })

  test('an offer that was open goes to the next, and its time-out finds nothing to do', async () => {
    const [first, second, third] = [
      await app.registered('first', '郑一'),
      await app.registered('second', '许二'),
      await app.registered('third', '何三'),
    ]
    const code = await pastActivity(app, { date: '2026-12-06', responsible: wang.number })
    await app.store.activities.model.updateOne({ _id: code }, { places: 1 })
    await first.say(`报名 ${code}`)
    for (const one of [second, third]) {
      await one.say(`报名 ${code}`)
      await one.say('是')
    }
    await first.say(`取消 ${code}`)
    expect(await second.hears('有名额了')).toContain(code)
    await second.say('注销')
    await second.say('是')
    await second.say('确认')
    expect(await third.hears('有名额了')).toContain(code)
    expect(await third.say('1')).toContain('名额是你的了')
    app.clock.forward(31 * 60_000)
    await until(
      async () => (await app.store.timers.model.countDocuments({ kind: 'offer-expires' })) === 0,
      'time-outs',
    )
    expect(await app.store.activities.find(code)).toMatchObject({ taken: 1, holds: [], waiting: [] })
    expect(await app.store.signups.find(code, third.number)).toMatchObject({ state: 'confirmed' })
    expect(await app.store.signups.find(code, second.number)).toMatchObject({ state: 'cancelled' })
  })

  test('who writes again is a stranger, and may register anew', async () => {
    const zhao = await volunteer('zhao', '赵六')
    await zhao.say('注销')
    await zhao.say('是')
    await zhao.say('确认')
    expect(await zhao.say('时长')).toContain('先登记一下就能用了')
    await zhao.say('注册 赵六 13800000000 1955')
    await zhao.say('同意')
    expect(await number(zhao.identity)).toMatch(/^V\d+$/)
    expect(await number(zhao.identity)).not.toBe(zhao.number)
    expect(await zhao.say('时长')).toContain('已核实：0小时')
    expect(await chen.say(`授权 ${zhao.number} 社工 全部`)).toContain(`没有找到「${zhao.number}」`)
  })

  test('a no at either question, or other words, change nothing', async () => {
    const sun = await volunteer('sun', '孙七')
    await sun.say('注销')
    expect(await sun.say('不')).toBe('好的，没有改动。')
    await sun.say('注销')
    expect(await sun.say('让我想想')).toContain('请回复「是」或「不」')
    await sun.say('是')
    expect(await sun.say('取消')).toBe('好的，不做了。')
    expect(await sun.say('确认')).not.toContain('已经注销')
    expect(await app.store.people.find(sun.number)).toMatchObject({ name: '孙七', skills: ['法律援助'] })
    expect(await app.store.signups.find(sun.coming, sun.number)).toMatchObject({ state: 'confirmed' })
    expect((await download(app.url, sun.link)).status).toBe(200)
  })

  test('the only admin hands over first; with a second one either may go, and not both', async () => {
    expect(await chen.say('注销')).toBe(
      '你是唯一的总管理员，走了就没人能管理了。请先让同事注册，用「授权 姓名 管理员 全部」交给对方，再来办。',
    )
    const zhou = await app.registered('zhou', '周主任')
    await chen.say(`授权 ${zhou.number} 管理员 全部`)
    await chen.say('是')
    await zhou.say('注销')
    await zhou.say('是')
    expect(await zhou.say('确认')).toContain('已经注销')
    expect(await chen.say('撤回同意')).toContain('你是唯一的总管理员')
  })

  test('not in a group, and not for somebody unknown', async () => {
    const wu = await volunteer('wu', '吴九')
    expect((await wu.says('注销', { room: 'r-1', mention: true })).here).toContain('私聊')
    expect(await app.person('stranger').say('注销')).toContain('先登记一下就能用了')
  })

  test('a blocked account stays blocked', async () => {
    const qian = await volunteer('qian', '钱一')
    await qian.say('注销')
    await qian.say('是')
    await app.store.identities.model.updateOne(
      { _id: 'standard:default:qian-2' },
      {
        $set: {
          platform: 'standard',
          account: 'default',
          user: 'qian-2',
          name: '钱一',
          person: qian.number,
          blocked: true,
          seenAt: new Date(),
        },
      },
      { upsert: true },
    )
    await qian.say('确认')
    const kept = await app.store.identities.find('standard:default:qian-2')
    expect(kept).toMatchObject({ blocked: true, name: '' })
    expect(kept).not.toHaveProperty('person')
  })
})

const number = async (identity: string) => (await app.store.identities.find(identity))?.person

describe('withdrawing consent', () => {
  test('ends the same, and says so', async () => {
    const feng = await app.registered('feng', '冯十')
    expect(await feng.say('撤回同意')).toContain('撤回同意后，我们不能再保存你的个人信息，会删掉你的姓名')
    expect(await feng.say('是')).toContain('最后确认一次')
    expect(await feng.say('确认')).toBe(
      '同意已撤回，你的个人信息都删掉了。谢谢你来过！想回来，随时说「注册」。',
    )
    expect(await app.store.people.find(feng.number)).toMatchObject({
      name: '***',
      closed: { why: 'consent' },
    })
  })

  test('in English', async () => {
    const smith = await volunteer('smith', 'John Smith')
    await smith.say('lang en')
    expect(await smith.say('withdraw consent')).toContain(
      'Without your consent we may keep nothing about you. This removes your name, phone, birth, skills, chat accounts and the words of your reports, and ends your roles and the sign-ups that are not over (1).',
    )
    expect(await smith.say('yes')).toBe(
      'One last time: this cannot be undone. Answer "confirm" if you are sure.',
    )
    expect(await smith.say('confirm')).toBe(
      'Your consent is withdrawn and your personal data is removed. Thank you for the 3 h you gave! To come back, say "register".',
    )
    const jones = await volunteer('jones', 'Ann Jones')
    await jones.say('lang en')
    expect(await jones.say('close account')).toContain('Closing your account removes your name')
    await jones.say('yes')
    expect(await jones.say('yes')).toContain('Your account is closed')
  })
})
