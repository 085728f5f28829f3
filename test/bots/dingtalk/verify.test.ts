import { expect, test } from 'vitest'
import { dingtalk } from '../../../bots/dingtalk/index.ts'
import { dingtalkSignature } from '../../../bots/dingtalk/verify.ts'
import { dingtalk as fixtures } from '../../fixtures/dingtalk/fixtures.ts'
import vectors from '../../fixtures/dingtalk/official.json' with { type: 'json' }
import { dingtalkRequest, dingtalkSaid } from '../../support/dingtalk-request.ts'
import { platformDeps } from '../../support/platform-deps.ts'

test('the signature is that of the documents', () => {
  for (const { input, expected } of vectors)
    expect(dingtalkSignature(input.appSecret, input.timestamp)).toBe(expected.sign)
})

const { now, settings } = fixtures
const minute = 60_000

/** A robot that has been told something; then headers of that are used again. */
async function robotWhoHeard() {
  const running = dingtalk.start(settings, platformDeps({ now: () => now }))
  const request = (text: string, at = now) =>
    dingtalkRequest(
      settings.DINGTALK_APP_SECRET ?? '',
      dingtalkSaid({ id: text, user: 'zhang', text }, at),
      at,
    )
  const receive = async (told: ReturnType<typeof request>, at = now) =>
    running.receive?.({ method: 'POST', path: '/webhooks/dingtalk', now: at, ...told })
  const first = request('报名 A1')
  await receive(first)
  return { receive, request, first }
}

test('headers that were used are not taken with another body', async () => {
  const { receive, request, first } = await robotWhoHeard()
  const forged = { ...first, body: request('取消 A1').body }
  await expect(receive(forged, now + minute)).rejects.toMatchObject({ code: 'unsigned' })
  // Trying it again does not make it right.
  await expect(receive(forged, now + minute)).rejects.toMatchObject({ code: 'unsigned' })
})

test('with the same body they are a repeat', async () => {
  const { receive, first } = await robotWhoHeard()
  expect(await receive(first, now + 50 * minute)).toMatchObject({ messages: [{ text: '报名 A1' }] })
})

test('two people who speak in the same millisecond are both heard', async () => {
  const { receive, request } = await robotWhoHeard()
  expect(await receive(request('活动'))).toMatchObject({ messages: [{ text: '活动' }] })
})

test('headers of a request that was refused are used up as well', async () => {
  const { receive, request } = await robotWhoHeard()
  const at = now - 10 * minute
  const broken = { ...request('活动', at), body: Buffer.from('{}') }
  await expect(receive(broken)).rejects.toMatchObject({ code: 'malformed' })
  await expect(receive(request('活动', at))).rejects.toMatchObject({ code: 'unsigned' })
})
