import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCqString } from '../../../bots/onebot/cq.ts'
import { onebot } from '../../../bots/onebot/index.ts'
import { onebotSignature } from '../../../bots/onebot/verify.ts'
import { onebot as fixtures } from '../../fixtures/onebot/fixtures.ts'
import vectors from '../../fixtures/onebot/official.json' with { type: 'json' }
import { platformDeps } from '../../support/platform-deps.ts'

test('the example of the standard is signed and read as it says', async () => {
  for (const { input, expected } of vectors) {
    const body = Buffer.from(input.rawBody)
    const { senderId, roomId, mentioned, timestampMs } = expected.normalized
    expect(onebotSignature(input.secret, body)).toBe(expected.signature)
    const running = onebot.start({ ...fixtures.settings, ONEBOT_SECRET: input.secret }, platformDeps())
    const query = new URLSearchParams()
    const { headers } = input
    const request = { method: 'POST', path: '/webhooks/onebot', query, headers, body, now: timestampMs }
    expect(await running.receive?.(request)).toMatchObject({
      response: { status: 204 },
      messages: [
        {
          sender: { id: senderId, name: '小不点' },
          room: { id: roomId },
          text: '  你好～',
          mentionsBot: mentioned,
          sentAt: timestampMs,
        },
      ],
    })
  }
})

const text = (words: string) => ({ type: 'text', data: { text: words } })

describe('CQ codes', () => {
  test.each([
    ['[CQ:shake]', [{ type: 'shake', data: {} }]],
    ['[CQ:face,id=178]看看', [{ type: 'face', data: { id: '178' } }, text('看看')]],
    ['[CQ:share,title=有=号,url=http://a]', [{ type: 'share', data: { title: '有=号', url: 'http://a' } }]],
    ['[CQ:share,title=震惊&#44;小伙]', [{ type: 'share', data: { title: '震惊,小伙' } }]],
    ['- &#91;x&#93; 使用 `&amp;data`', [text('- [x] 使用 `&data`')]],
    ['&amp;#91;', [text('&#91;')]],
    ['&#44;', [text('&#44;')]],
    ['[CQ:at, qq=1]', [{ type: 'at', data: { ' qq': '1' } }]],
    ['[CQ:at,qq=1', [text('[CQ:at,qq=1')]],
    ['[CQ:at,qq]', [text('[CQ:at,qq]')]],
    ['[CQ:,qq=1]', [text('[CQ:,qq=1]')]],
    ['[[CQ:at,qq=1]]', [text('['), { type: 'at', data: { qq: '1' } }, text(']')]],
    ['', []],
  ])('%s', (message, segments) => {
    expect(readCqString(message)).toEqual(segments)
  })

  const escape = (words: string) =>
    words.replaceAll('&', '&amp;').replaceAll('[', '&#91;').replaceAll(']', '&#93;')

  test('whatever somebody writes comes as their words and never as a code', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('[CQ:at,qq=all]', '&#91;', '&amp;', '[', ']', ','),
    )
    const words = fc.array(piece, { minLength: 1 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(words, (said) => {
        fc.pre(said !== '')
        expect(readCqString(escape(said))).toEqual([text(said)])
      }),
    )
  })

  test('a long string that never closes takes no time', () => {
    const start = performance.now()
    readCqString('[CQ:at,qq=1'.repeat(20_000))
    readCqString(`[CQ:a${',b=c'.repeat(60_000)}`)
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})
