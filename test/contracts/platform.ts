import { describe, expect, test } from 'vitest'
import { type Received, receivedSchema } from '../../src/chat/message.ts'
import type { OutboundMessage, Platform, RawRequest } from '../../src/chat/platform.ts'
import { loadConfig } from '../../src/config.ts'
import type { ErrorCode } from '../../src/errors.ts'
import { perSecond } from '../../src/queue/tokens.ts'
import { platformDeps } from '../support/platform-deps.ts'

/** A webhook request as fixtures tell it: a POST without a query unless they say so. */
type Told = Pick<RawRequest, 'headers' | 'body'> & Partial<Pick<RawRequest, 'method' | 'query'>>

/** What a platform brings along to show that it keeps the contract. */
export type PlatformFixtures = {
  /** All its required settings. */
  settings: Record<string, string>
  /** When the inbound requests were made, in milliseconds. */
  now: number
  /** Requests that are right, with what they must become. */
  inbound: { name: string; request: Told; messages: Partial<Received>[] }[]
  /** Requests somebody else could make: all refused. Empty only where nothing from outside can come in. */
  forged: { name: string; request: Told }[]
  /** Requests of the right sender that make no sense. */
  malformed: { name: string; request: Told }[]
  /** What the other side may answer, and what that must mean for the row. */
  sends: {
    name: string
    to?: OutboundMessage['to']
    answer: typeof globalThis.fetch
    means: 'sent' | ErrorCode
  }[]
}

const message: OutboundMessage = {
  id: 'standard:default:m-1#0',
  to: { kind: 'person', id: 'u-1' },
  text: '已报名 A12',
  mentions: [],
  quickReplies: [],
  files: [],
}
/** The only ways a send may end badly. */
const sendErrors: readonly ErrorCode[] = [
  'slow_down',
  'unavailable',
  'unreachable',
  'refused',
  'account_paused',
]
const servers = { MONGODB_URI: 'mongodb://127.0.0.1/', REDIS_URL: 'redis://127.0.0.1/' }

/** The suite every platform must pass: its facts, its settings, what it lets in, and what its errors mean. */
export function keepsThePlatformContract(platform: Platform, fixtures: PlatformFixtures): void {
  const { name, settings, maxBodyBytes, maxTextBytes, rates } = platform
  const start = (
    answer: typeof globalThis.fetch = () => Promise.reject(new Error('nobody asked for this')),
  ) => platform.start(fixtures.settings, platformDeps({ fetch: answer, now: () => fixtures.now }))
  const receive = async (request: Told) =>
    start().receive?.({
      method: 'POST',
      path: `/webhooks/${name}`,
      query: new URLSearchParams(),
      now: fixtures.now,
      ...request,
    })

  describe(name, () => {
    test('says what it can do', () => {
      expect(name).toMatch(/^[a-z][a-z0-9-]*$/)
      expect(maxBodyBytes).toBeGreaterThanOrEqual(1024)
      expect(maxBodyBytes).toBeLessThanOrEqual(1024 * 1024)
      expect(maxTextBytes).toBeGreaterThanOrEqual(500)
      for (const rate of Object.values(rates).flat()) expect(perSecond(rate)).toBeGreaterThan(0)
    })

    test('is on when its settings are there, and half of them is an error that names the others', () => {
      const { required } = settings
      const load = (names: string[]) =>
        loadConfig({ ...servers, ...Object.fromEntries(names.map((key) => [key, fixtures.settings[key]])) }, [
          platform,
        ])
      const names = required.map((setting) => setting.name)
      if (names.length > 0) expect(load(names).platforms[name]).toMatchObject(fixtures.settings)
      expect(load([]).platforms[name] === undefined || names.length === 0).toBe(true)
      for (const left of names.length > 1 ? names : [])
        expect(() => load(names.filter((one) => one !== left))).toThrow(left)
    })

    test('marks every secret as one', () => {
      const secrets = [...settings.required, ...settings.optional].filter((setting) =>
        /SECRET|TOKEN|KEY/.test(setting.name),
      )
      expect(secrets.filter((setting) => !setting.secret)).toEqual([])
    })

    test.each(fixtures.inbound)('understands $name', async ({ request, messages }) => {
      const result = await receive(request)
      for (const one of result?.messages ?? []) expect(receivedSchema.safeParse(one).error).toBeUndefined()
      expect(result?.messages).toMatchObject(messages)
      expect(result?.messages).toHaveLength(messages.length)
    })

    const hears = start().receive !== undefined
    if (hears && settings.required.length > 0)
      test('knows what a stranger could try', () => expect(fixtures.forged.length).toBeGreaterThan(3))

    test.each(fixtures.forged)('refuses $name', async ({ request }) => {
      await expect(receive(request)).rejects.toMatchObject({ code: 'unsigned' })
    })

    test.each(fixtures.malformed)('refuses $name, with a short reason', async ({ request }) => {
      const error = await receive(request).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ code: 'malformed', message: expect.stringMatching(/^.{5,150}$/) })
    })

    test.each(fixtures.sends)('knows what $name means', async ({ to = message.to, answer, means }) => {
      const sending = start(answer).send({ ...message, to }, AbortSignal.timeout(5_000))
      if (means === 'sent') return void (await sending)
      expect(sendErrors).toContain(means)
      await expect(sending).rejects.toMatchObject({ code: means })
    })
  })
}
