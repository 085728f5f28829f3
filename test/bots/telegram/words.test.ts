import fc from 'fast-check'
import { expect, test } from 'vitest'
import { telegram } from '../../../bots/telegram/index.ts'
import { readWords } from '../../../bots/telegram/words.ts'
import { telegram as fixtures } from '../../fixtures/telegram/fixtures.ts'
import vectors from '../../fixtures/telegram/official.json' with { type: 'json' }
import { platformDeps } from '../../support/platform-deps.ts'

const me = { id: '1', username: 'help_bot' }
const mention = (text: string, name: string, type = 'mention') => ({
  type,
  offset: text.indexOf(name),
  length: name.length,
})

test('an update as Telegram writes it: the emoji before the name counts two', async () => {
  for (const { input, expected } of vectors) {
    const answer = async () => Response.json({ ok: true, result: { username: 'help_bot' } })
    const running = telegram.start(
      { ...fixtures.settings, TELEGRAM_SECRET: input.secretToken },
      platformDeps({ fetch: answer }),
    )
    const result = await running.receive?.({
      method: 'POST',
      path: '/webhooks/telegram',
      query: new URLSearchParams(),
      headers: input.headers,
      body: Buffer.from(input.rawBody),
      now: expected.normalized.timestampMs,
    })
    const { dedupeKey, roomId, senderId, timestampMs } = expected.normalized
    expect(result?.messages).toMatchObject([
      {
        id: dedupeKey,
        room: { id: roomId, name: '志愿者群' },
        sender: { id: senderId, name: '小明' },
        text: '🙏  明天谁值班',
        mentionsBot: true,
        sentAt: timestampMs,
        replyHandle: { message: 42, thread: 7 },
      },
    ])
  }
})

test.each([
  ['@help_bot 活动', '  活动', true],
  ['@Help_Bot 活动', '  活动', true],
  ['@help_bottle 活动', '@help_bottle 活动', false],
])('%s', (said, text, mentionsBot) => {
  const name = said.split(' ')[0] ?? ''
  expect(readWords(said, [mention(said, name)], me)).toEqual({ text, mentionsBot, forAnother: false })
})

test('a link to the bot is a mention', () => {
  const said = '小助手 活动'
  const link = { ...mention(said, '小助手', 'text_mention'), user: { id: '1' } }
  expect(readWords(said, [link], me)).toMatchObject({ text: '  活动', mentionsBot: true })
  expect(readWords(said, [{ ...link, user: { id: '2' } }], me)).toMatchObject({
    text: said,
    mentionsBot: false,
  })
})

test('a command with a name is for that bot', () => {
  const read = (said: string) => readWords(said, [mention(said, said.split(' ')[0] ?? '', 'bot_command')], me)
  expect(read('/list@help_bot 周六')).toEqual({ text: 'list 周六', mentionsBot: true, forAnother: false })
  expect(read('/list@other_bot')).toMatchObject({ forAnother: true })
  expect(read('/list')).toEqual({ text: 'list', mentionsBot: false, forAnother: false })
})

test('whatever is marked, what is not the bot’s name stays', () => {
  const entity = fc.record({
    type: fc.constantFrom('mention', 'text_mention', 'bold', 'url'),
    offset: fc.nat(30),
    length: fc.nat(30),
  })
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(entity, { maxLength: 5 }), (said, entities) => {
      fc.pre(!said.includes('help_bot'))
      expect(readWords(said, entities, me)).toEqual({ text: said, mentionsBot: false, forAnother: false })
    }),
  )
})
