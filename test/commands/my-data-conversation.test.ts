import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { download, linkIn } from '../support/download.ts'
import { pastActivity, serve, socialWorker } from '../support/served.ts'

let app: App
let wang: Awaited<ReturnType<typeof socialWorker>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-29T10:00:00+08:00' })
  wang = await socialWorker(app)
})
afterAll(() => app.stop())

/** Somebody with a phone, a skill, a sign-up that was cancelled for a reason, verified hours and a certificate. */
async function volunteer(user: string, name: string) {
  const talker = app.person(user, name)
  await talker.say(`注册 ${name} 13800000000 1955`)
  await talker.say('同意')
  const number = (await app.store.identities.find(talker.identity))?.person ?? ''
  await app.store.people.model.updateOne({ _id: number }, { skills: ['法律援助'] })
  const coming = await pastActivity(app, { date: '2026-12-05', responsible: wang.number, title: '清洁海滩' })
  await talker.say(`报名 ${coming}`)
  await talker.say(`取消 ${coming} 孩子生病了`)
  const past = await pastActivity(app, { date: '2026-11-28', responsible: wang.number })
  await serve(number, { worker: wang, code: past, time: '3小时' })
  await talker.say('反映 三楼的灯坏了')
  const certificate = /\d{4}(?:-[0-9A-Z]{4}){3}/.exec(await talker.say('证明'))?.[0] ?? ''
  return { ...talker, number, coming, past, certificate }
}

const links = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.includes('/files/'))
    .map(linkIn)

describe('what is kept about somebody', () => {
  test('is said in short, with what for and how to get or end it', async () => {
    const zhang = await volunteer('zhang', '张三')
    const said = await zhang.says('我的数据')
    expect(said.direct).toBe(
      `我们保存了你的 姓名 张三、义工号 ${zhang.number}、手机 13800000000、出生 1955、专长 法律援助\n` +
        '还有聊天账号 1 个、报名 2 条、时长 1 条、证明 1 张、反映 1 件。\n' +
        '用来组织活动、核实时长、开服务证明，不作别用；你在 2026年11月29日 同意过。\n' +
        '手机和生日加密保存；聊天回复加密保存，14 到 30 天后自动删除。\n' +
        '要全部内容说「导出」；不想再用了说「撤回同意」或「注销」。',
    )
    expect(said.quickReplies).toEqual(['导出'])
  })

  test('is not said in a group, neither in short nor by a link', async () => {
    const li = await volunteer('li', '李四')
    for (const text of ['我的数据', '导出']) {
      const said = await li.says(text, { room: 'r-1', mention: true })
      expect(said.here).toBe('这件事请私聊我说，群里不方便。')
      expect(said.direct).toBe('')
    }
  })

  test('is given whole, as JSON', async () => {
    const zhao = await volunteer('zhao', '赵六')
    const [, json = ''] = links(await zhao.say('导出'))
    const file = await download(app.url, json)
    expect([file.name, file.type]).toEqual([
      `我的数据-${zhao.number}.json`,
      'application/json; charset=utf-8',
    ])
    const data = JSON.parse(file.body.toString()) as Record<string, unknown>
    expect(data).toMatchObject({
      person: {
        number: zhao.number,
        name: '赵六',
        phone: '13800000000',
        birth: '1955',
        skills: ['法律援助'],
      },
      accounts: [{ platform: 'standard', user: 'zhao', name: '赵六' }],
      roles: [],
      signups: [
        { activity: zhao.past, state: 'completed' },
        {
          activity: zhao.coming,
          title: '清洁海滩',
          state: 'cancelled',
          steps: [{ state: 'confirmed' }, { state: 'cancelled', reason: '孩子生病了' }],
        },
      ],
      hours: [
        { activity: zhao.past, title: '探访老人', minutes: 180, state: 'verified', date: '2026-11-28' },
      ],
      certificates: [{ number: zhao.certificate, minutes: 180, status: 'valid' }],
      reports: [{ state: 'open', steps: [{ did: 'said', text: '三楼的灯坏了' }] }],
    })
    expect((await download(app.url, json)).status).toBe(410)
  })

  test('is given as a table, in which a name cannot be a formula', async () => {
    const name = '=HYPERLINK("http://example.org")'
    const sun = await volunteer('sun', '孙七')
    await app.store.people.model.updateOne({ _id: sun.number }, { name })
    const [csv = ''] = links(await sun.say('导出我的数据'))
    const file = await download(app.url, csv)
    expect(file.type).toBe('text/csv; charset=utf-8')
    const lines = file.body.toString().split('\r\n')
    expect(lines[0]).toBe('\uFEFF类别,日期,项目,内容')
    expect(lines).toContain('本人,,姓名,"\'=HYPERLINK(""http://example.org"")"')
    expect(lines).toContain('本人,,手机,13800000000')
    expect(lines).toContain('聊天账号,,standard,孙七 sun')
    expect(lines).toContain(
      `报名,2026年12月5日,${sun.coming} 清洁海滩,"12月5日 周六 9:00-12:00，已取消，孩子生病了"`.replaceAll(
        '"',
        '',
      ),
    )
    expect(lines.find((line) => line.startsWith('时长,'))).toMatch(
      /^时长,2026年11月28日,H\d+ A\d+ 探访老人,3小时，已核实$/,
    )
    expect(lines.find((line) => line.startsWith('反映,'))).toMatch(
      /^反映,2026年11月29日,F\d+ 反映,三楼的灯坏了$/,
    )
    expect(lines).toContain(`证明,2026年11月29日,${sun.certificate},2026年11月28日，3小时，有效`)
  })

  test('somebody unknown is asked to register', async () => {
    for (const text of ['我的数据', '导出'])
      expect(await app.person('stranger').say(text)).toContain('先登记一下就能用了')
  })

  test('in English', async () => {
    const smith = await volunteer('smith', 'John Smith')
    await smith.say('lang en')
    expect(await smith.say('my data')).toBe(
      `We keep your name (John Smith), volunteer number (${smith.number}), phone (13800000000), birth (1955), skills (法律援助)\n` +
        'Besides: 1 chat account, 2 sign-ups, 1 line of hours, 1 certificate and 1 report.\n' +
        'They serve to organise activities, verify hours and issue certificates, and nothing else; you agreed on 29 Nov 2026.\n' +
        'Phone and birth are encrypted; what we answered is encrypted and deleted after 14 to 30 days.\n' +
        'Say "export" to get all of it; "withdraw consent" or "close account" to end it.',
    )
    const said = await smith.say('export')
    expect(said).toContain('Everything we keep about you is ready. Open it within 15 minutes')
    const file = await download(app.url, links(said)[0] ?? '')
    expect(file.name).toBe(`my-data-${smith.number}.csv`)
    expect(file.body.toString()).toContain('You,,Name,John Smith\r\n')
    expect(file.body.toString()).toContain('"5 Dec Sat 9:00-12:00, cancelled, 孩子生病了"')
  })
})
