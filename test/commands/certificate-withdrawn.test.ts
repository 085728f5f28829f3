import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { download, linkIn } from '../support/download.ts'
import { pastActivity, serve, socialWorker } from '../support/served.ts'

// A certificate whose hours were corrected afterwards. It is Sunday, 29 November 2026.

let app: App
let wang: Awaited<ReturnType<typeof socialWorker>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-29T10:00:00+08:00' })
  wang = await socialWorker(app)
})
afterAll(() => app.stop())

const certificateIn = (text: string) => /\d{4}(?:-[0-9A-Z]{4}){3}/.exec(text)?.[0] ?? ''
const page = async (number: string) => (await fetch(`${app.url}/verify/${number}`)).text()

/** Somebody who served 3 hours in March and 2 on Saturday; the line of Saturday. */
async function volunteer(user: string, name: string) {
  const talker = await app.registered(user, name)
  const march = await pastActivity(app, { date: '2026-03-01', responsible: wang.number })
  const saturday = await pastActivity(app, { date: '2026-11-28', responsible: wang.number })
  await serve(talker.number, { worker: wang, code: march, time: '3小时' })
  await serve(talker.number, { worker: wang, code: saturday, time: '2小时' })
  const line = (await app.store.hours.claimOf(talker.number, saturday))?._id ?? ''
  return { ...talker, saturday, line }
}

describe('a certificate', () => {
  test('is withdrawn when a correction makes its sum untrue, and everybody hears of it', async () => {
    const zhang = await volunteer('zhang', '张三')
    const first = await zhang.say('证明')
    const number = certificateIn(first)
    const corrected = await wang.says(`更正 ${zhang.line} 1小时 早走了`, { id: 'corrected' })
    expect(corrected.here).toContain(`按原来时长开的证明已撤回：${number}。`)
    expect(corrected.others).toEqual([
      {
        to: 'zhang',
        text: expect.stringContaining(`按原来时长开的证明已撤回：${number}。需要新的就说「证明」。`),
      },
    ])
    expect((await wang.says(`更正 ${zhang.line} 1小时 早走了`, { id: 'corrected' })).here).toBe(
      corrected.here,
    )
    expect(await page(number)).toContain('已撤回')
    expect((await download(app.url, linkIn(first))).status).toBe(410)

    const again = await zhang.say('证明')
    expect(certificateIn(again)).not.toBe(number)
    expect(again).toContain('已核实 4小时')
    expect(again).toContain(`以前开的 ${number} 因时长更正已撤回，请别再用。`)
    expect(await page(certificateIn(again))).toContain('有效')
  })

  test('holds when its period has none of the corrected hours, or more than it prints', async () => {
    const li = await volunteer('li', '李四')
    const march = certificateIn(await li.say('证明 2026年3月'))
    const whole = certificateIn(await li.say('证明'))
    expect((await wang.say(`更正 ${li.line} 2小时30分 记少了`)).split('\n')).toHaveLength(1)
    expect(await page(whole)).toContain('有效')
    const more = certificateIn(await li.say('证明'))
    await wang.say(`更正 ${li.line} 2小时10分 算错了`)
    expect(await page(more)).toContain('已撤回')
    expect([await page(whole), await page(march)].filter((said) => said.includes('有效'))).toHaveLength(2)
  })

  test('of hours that are all gone: nothing is left to certify, and the old number is named', async () => {
    const smith = await app.registered('smith', 'John Smith')
    await smith.say('lang en')
    const code = await pastActivity(app, { date: '2026-11-28', responsible: wang.number })
    await serve(smith.number, { worker: wang, code, time: '1小时' })
    const number = certificateIn(await smith.say('certificate'))
    const line = (await app.store.hours.claimOf(smith.number, code))?._id ?? ''
    await wang.say(`更正 ${line} 0小时 其实没来`)
    expect(await smith.hears('has corrected your hours')).toContain(
      `Certificates with the old hours are withdrawn: ${number}. Say "certificate" for a new one.`,
    )
    const said = await smith.say('certificate')
    expect(said).toContain('no verified hours yet')
    expect(said).toContain(`please use them no more: ${number}.`)
  })
})
