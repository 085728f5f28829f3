import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { download, linkIn } from '../support/download.ts'
import { qrOfPdf, textOfPdf } from '../support/read-pdf.ts'
import { pastActivity, serve, socialWorker } from '../support/served.ts'

let app: App
let wang: Awaited<ReturnType<typeof socialWorker>>
beforeAll(async () => {
  app = await startApp({
    now: '2026-11-29T10:00:00+08:00',
    env: { PUBLIC_URL: 'https://liandong.example.org/' },
  })
  wang = await socialWorker(app)
})
afterAll(() => app.stop())

/** Somebody who served 3 hours in March and 1 hour 30 in November. */
async function volunteer(user: string, name: string) {
  const talker = await app.registered(user, name)
  const march = await pastActivity(app, { date: '2026-03-01', responsible: wang.number, title: '清洁海滩' })
  const november = await pastActivity(app, { date: '2026-11-28', responsible: wang.number })
  await serve(talker.number, { worker: wang, code: march, time: '3小时' })
  await serve(talker.number, { worker: wang, code: november, time: '1小时30分' })
  return talker
}

const numberIn = (text: string) => /\d{4}(?:-[0-9A-Z]{4}){3}/.exec(text)?.[0] ?? ''
const wordsOf = async (body: Buffer) => (await textOfPdf(body)).join(' ').replaceAll(/\s+/g, '')

describe('a certificate, from the wish to the paper', () => {
  test('of everything verified, with a number, by a link that works once', async () => {
    const zhang = await volunteer('zhang', '张三')
    const said = await zhang.say('证明')
    const number = numberIn(said)
    expect(said).toBe(
      `你的志愿服务记录证明开好了：2026年3月1日至2026年11月28日，已核实 4小时30分，编号 ${number}。\n` +
        `请在 15 分钟内打开下载，链接只能用一次：\nhttps://liandong.example.org${linkIn(said)}\n过期了再说一次「证明」就行。`,
    )
    const file = await download(app.url, linkIn(said))
    expect({ status: file.status, name: file.name, type: file.type }).toEqual({
      status: 200,
      name: `志愿服务记录证明-${number}.pdf`,
      type: 'application/pdf',
    })
    const words = await wordsOf(file.body)
    expect(words).toContain(`张三（义工号${zhang.number}）`)
    expect(words).toContain('2026年3月1日清洁海滩3小时2026年11月28日探访老人1小时30分合计2次4小时30分')
    expect(words).toContain('记录单位：示范社工服务中心')
    expect(words).toContain('经办人：王社工')
    expect(qrOfPdf(file.body)).toBe(`https://liandong.example.org/verify/${number}`)
    expect((await download(app.url, linkIn(said))).status).toBe(410)
  })

  test('asked again it is the same certificate by a new link; after more hours another one', async () => {
    const li = await volunteer('li', '李四')
    const [first, again] = [await li.say('证明'), await li.say('开证明')]
    expect(numberIn(again)).toBe(numberIn(first))
    expect(linkIn(again)).not.toBe(linkIn(first))
    const files = [await download(app.url, linkIn(first)), await download(app.url, linkIn(again))]
    expect(files[0]?.body.equals(files[1]?.body ?? Buffer.alloc(0))).toBe(true)

    const code = await pastActivity(app, { date: '2026-11-21', responsible: wang.number })
    await serve(li.number, { worker: wang, code, time: '2小时' })
    const more = await li.say('证明')
    expect(numberIn(more)).not.toBe(numberIn(first))
    expect(more).toContain('已核实 6小时30分')
    expect((await fetch(`${app.url}/verify/${numberIn(first)}`)).status).toBe(200)
  })

  test('of a period', async () => {
    const zhao = await volunteer('zhao', '赵六')
    expect(await zhao.say('证明 本月')).toContain('：2026年11月28日，已核实 1小时30分，')
    expect(await zhao.say('证明2026')).toContain('已核实 4小时30分')
    expect(await zhao.say('证明 2025')).toBe('2025年没有已核实的时长，开不了证明。说「证明」可以开全部的。')
  })

  test('nothing verified yet: what to do is said, and what waits', async () => {
    const zhou = await app.registered('zhou', '周八')
    expect(await zhou.say('证明')).toBe(
      '还没有已核实的时长，开不了证明。参加活动后说「记时」，社工核实了就能开。',
    )
    const code = await pastActivity(app, { date: '2026-11-28', responsible: wang.number })
    await app.store.signups.add({
      activity: code,
      person: zhou.number,
      state: 'confirmed',
      step: { key: code, at: new Date('2026-11-20T01:00:00Z'), by: zhou.number },
    })
    await zhou.say(`记时 ${code} 2小时`)
    expect(await zhou.say('证明')).toBe(
      '还没有已核实的时长，开不了证明。你有 2小时 在等社工核实，核实后再说「证明」就行。',
    )
    expect(await app.store.certificates.ofPerson(zhou.number)).toEqual([])
  })

  test('in a group one line stands for it, and the link goes to the asker alone', async () => {
    const wu = await volunteer('wu', '吴九')
    const said = await wu.says('证明', { room: 'r-1', mention: true })
    expect(said.here).toBe('已私信给你。')
    expect(said.direct).toContain('/files/')
  })

  test('somebody unknown is asked to register', async () => {
    expect(await app.person('stranger').say('证明')).toContain('先登记一下就能用了')
  })

  test('in English', async () => {
    const smith = await volunteer('smith', 'John Smith')
    await smith.say('lang en')
    const said = await smith.say('certificate 2026')
    expect(said).toContain(
      `Your certificate of volunteer service is ready: 1 Mar 2026 to 28 Nov 2026, 4 h 30 min verified, number ${numberIn(said)}.`,
    )
    const file = await download(app.url, linkIn(said))
    expect(file.name).toBe(`volunteer-service-${numberIn(said)}.pdf`)
    expect(await wordsOf(file.body)).toContain(`JohnSmith(volunteernumber${smith.number})`)
    expect(await smith.say('certificate 2025')).toBe(
      'There are no verified hours (2025), so there is nothing to certify. "certificate" alone takes all of them.',
    )
  })
})
