import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../support/app.ts'
import { download, linkIn } from '../support/download.ts'
import { pastActivity, serve, socialWorker } from '../support/served.ts'

// The ledger of a period as a workbook, within one's own scope. It is 29 November 2026, 10:00.

let app: App
let wang: Awaited<ReturnType<typeof socialWorker>>
let zhang: Awaited<ReturnType<App['registered']>>
beforeAll(async () => {
  app = await startApp({ now: '2026-11-29T10:00:00+08:00' })
  wang = await socialWorker(app)
  zhang = await app.registered('zhang', '张三')
  const code = await pastActivity(app, { date: '2026-11-28', responsible: wang.number, title: '=1+1' })
  await serve(zhang.number, { worker: wang, code, time: '3小时' })
})
afterAll(() => app.stop())

const sheet = async (body: Buffer, name: string) => {
  const sheets = await readExcelFile(body)
  return sheets.find((one) => one.sheet === name)?.data ?? []
}

test('every line of the period, and a sheet that says what the verified ones add up to', async () => {
  const said = await wang.say('导出 时长 2026-11')
  expect(said).toContain('2026年11月1日至2026年11月30日的时长明细准备好了')
  const file = await download(app.url, linkIn(said))
  expect([file.status, file.name]).toEqual([200, '时长-2026-11-01-2026-11-30.xlsx'])
  const lines = await sheet(file.body, '明细')
  expect(lines[0]?.slice(0, 5)).toEqual(['编号', '义工号', '姓名', '活动编号', '活动'])
  expect(lines).toHaveLength(2)
  // A title that looks like a formula is a text.
  expect(lines[1]?.slice(1, 5)).toEqual([zhang.number, '张三', expect.stringMatching(/^A\d+$/), '=1+1'])
  expect(lines[1]?.[12]).toBe(180)
  const notes = new Map((await sheet(file.body, '说明')).map(([name, value]) => [name, value]))
  expect(notes.get('已核实分钟')).toBe(180)
  expect(notes.get('范围')).toContain('南园队')
})

test('another team’s lines are not in it; the period is asked for', async () => {
  const other = await app.withRole('socialWorker', '李社工', '华强队')
  expect(await other.say('导出时长')).toBe('导出哪段时间的时长？例如「上个月」「2026-10」「2026」。')
  const file = await download(app.url, linkIn(await other.say('2026-11')))
  expect(await sheet(file.body, '明细')).toHaveLength(1)
})

test('it is for social workers, in a direct chat, and what one may see is looked at when it is fetched', async () => {
  expect(await zhang.say('导出 时长 2026-11')).toBe('这件事由社工来做，请联系他们。')
  expect((await wang.says('导出 时长 2026-11', { room: 'r-1', mention: true })).here).toContain('私聊')
  const leaver = await app.withRole('socialWorker', '周社工')
  const link = linkIn(await leaver.say('导出 时长 2026-11'))
  const { grants = [] } = (await app.store.people.find(leaver.number)) ?? {}
  for (const grant of grants) await app.store.people.revoke(leaver.number, grant)
  expect((await download(app.url, link)).status).not.toBe(200)
})

test('in English', async () => {
  const amy = await app.withRole('socialWorker', 'Amy')
  await amy.say('lang en')
  const said = await amy.say('export hours 2026-11')
  expect(said).toContain('The hours of')
  expect((await sheet((await download(app.url, linkIn(said))).body, 'Lines'))[0]?.[0]).toBe('Line')
})
