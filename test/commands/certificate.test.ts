import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCertificate } from '../../src/commands/certificate/run.ts'
import { at, type CommandStore, openCommandStore } from '../support/command-store.ts'
import { Crash, crashingStore } from '../support/crashing-store.ts'

// What the way of a message takes care of elsewhere: the same message run again, and runs that die in between.

let desk: CommandStore
beforeAll(async () => {
  desk = await openCommandStore()
})
afterAll(() => desk.close())

async function verified(person: string, minutes: number, by = 'V000000') {
  const _id = `H-${randomUUID()}`
  const verifier = {
    person: by,
    key: _id,
    at: at('2026-11-28 18:00'),
    minutes,
    to: 'verified' as const,
  }
  await desk.store.hours.add({
    _id,
    person,
    activity: 'A1',
    category: '老人服务',
    date: '2026-11-28',
    start: at('2026-11-28 09:00'),
    end: at('2026-11-28 12:00'),
    claimed: minutes,
    planned: minutes,
    minutes,
    state: 'verified',
    by: person,
    claimedAt: at('2026-11-28 13:00'),
    verifiers: [verifier],
    verifiedAt: verifier.at,
    key: _id,
  })
}

describe('the same message again', () => {
  test('gives the same certificate and the same link, whatever was verified meanwhile', async () => {
    const by = await desk.person('张三')
    await verified(by, 60)
    const first = await desk.run(runCertificate, {}, { by, key: 'again' })
    await verified(by, 120)
    expect(await desk.run(runCertificate, {}, { by, key: 'again' })).toEqual(first)
    expect(first.text).toContain('已核实 1小时')
    expect(await desk.store.certificates.ofPerson(by)).toHaveLength(1)
  })

  test.each(
    [1, 2, 3, 4, 5, 6, 7, 8].flatMap((dies) => [
      { dies, after: false },
      { dies, after: true },
    ]),
  )('finishes what a run began that died at its call $dies (after it: $after)', async ({ dies, after }) => {
    const by = await desk.person('李四')
    const key = randomUUID()
    await verified(by, 60)
    const store = crashingStore(desk.store, { at: dies, after })
    await desk.run(runCertificate, {}, { by, key, store }).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error
    })
    const { text } = await desk.run(runCertificate, {}, { by, key })
    const [certificate, ...others] = await desk.store.certificates.ofPerson(by)
    expect(others).toEqual([])
    expect(text).toContain(certificate?._id)
    const token = /files\/([\w-]+)/.exec(text)?.[1] ?? ''
    expect(await desk.store.files.find(token)).toMatchObject({ subject: certificate?._id, person: by })
  })

  test('the database holds neither the token of a link nor the name on a certificate', async () => {
    const by = await desk.person('周慧敏')
    await verified(by, 60)
    const { text } = await desk.run(runCertificate, {}, { by })
    const token = /files\/([\w-]+)/.exec(text)?.[1] ?? ''
    const rows = [
      ...(await desk.store.files.model.find().lean()),
      ...(await desk.store.certificates.model.find().lean()),
    ]
    expect(token.length).toBeGreaterThan(20)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(JSON.stringify(rows)).not.toContain('周慧敏')
  })
})

describe('who verified last is the handler', () => {
  const handlerOf = async (person: string) => {
    await desk.run(runCertificate, {}, { by: person })
    const certificate = (await desk.store.certificates.ofPerson(person)).at(-1)
    return certificate && desk.store.certificates.open(certificate)?.handler
  }

  test('by name, and not named any more once their account is closed', async () => {
    const worker = await desk.person('王社工')
    const [one, other] = [await desk.person('张三'), await desk.person('李四')]
    await verified(one, 60, worker)
    await verified(other, 60, worker)
    expect(await handlerOf(one)).toBe('王社工')
    const closing = { key: 'gone', at: at('2026-11-29 09:00'), why: 'account', locale: 'zh-CN' } as const
    await desk.store.people.close(worker, closing)
    expect(await handlerOf(other)).toBeUndefined()
  })
})
