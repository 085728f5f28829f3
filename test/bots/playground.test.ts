import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { playground } from '../../bots/playground/index.ts'
import { people, rooms } from '../../bots/playground/people.ts'
import type { OutboundMessage } from '../../src/chat/platform.ts'
import { platformDeps } from '../support/platform-deps.ts'

const now = Date.parse('2026-11-23T08:00:00Z')

/** The platform, and what it published. */
function start() {
  const published: { channel: string; payload: object }[] = []
  const running = playground.start(
    {},
    platformDeps({
      now: () => now,
      publish: async (channel, payload) => void published.push({ channel, payload }),
    }),
  )
  return { running, published }
}

function said(body: unknown) {
  const raw = typeof body === 'string' ? body : JSON.stringify(body)
  return start().running.receive?.({
    method: 'POST',
    path: '/playground/say',
    query: new URLSearchParams(),
    headers: {},
    body: Buffer.from(raw),
    now,
  })
}

const hello = { id: randomUUID(), from: 'zhang', room: null, text: '帮助', mentionsBot: false }

const answer: OutboundMessage = {
  id: 'out-1',
  to: { kind: 'person', id: 'zhang' },
  inReplyTo: 'm-1',
  text: '你好，张三',
  mentions: [],
  quickReplies: ['活动'],
  files: [],
}

describe('what is said on the page', () => {
  test('becomes one message from somebody of the cast', () => {
    expect(said(hello)).toEqual({
      messages: [
        {
          kind: 'text',
          id: hello.id,
          sender: { id: 'zhang', name: '张三' },
          room: null,
          text: '帮助',
          mentionsBot: false,
          sentAt: now,
        },
      ],
    })
  })

  test('in the group it carries the room and whether the bot was mentioned', () => {
    expect(said({ ...hello, from: 'sw-li', room: 'nanyuan', mentionsBot: true })).toMatchObject({
      messages: [
        { sender: { name: '李社工' }, room: { id: 'nanyuan', name: '南园队群' }, mentionsBot: true },
      ],
    })
  })

  test('unknown fields are ignored', () => {
    expect(said({ ...hello, role: 'admin' })).toMatchObject({ messages: [{ id: hello.id }] })
  })

  test.each([
    ['not JSON', '{', 'the body is not JSON'],
    ['null', 'null', /^body: /],
    ['somebody else', { ...hello, from: 'mallory' }, /^from: /],
    ['an operator in place of a name', { ...hello, from: { $gt: '' } }, /^from: /],
    ['another room', { ...hello, room: 'secret' }, /^room: /],
    ['an id of its own making', { ...hello, id: 'm:1' }, /^id: /],
    ['nothing but spaces', { ...hello, text: '  ' }, /^text: /],
    ['a text that is none', { ...hello, text: ['帮助'] }, /^text: /],
  ])('%s is refused with the reason', (_what, body, reason) => {
    expect(() => said(body)).toThrow(
      expect.objectContaining({ code: 'malformed', message: expect.stringMatching(reason) }),
    )
  })
})

describe('what is said to the cast', () => {
  test('is published as it is, under the id that stays the same over retries', async () => {
    const { running, published } = start()
    const result = await running.send(answer, AbortSignal.timeout(1000))
    expect(result).toEqual({ platformId: 'out-1' })
    expect(published).toEqual([{ channel: 'playground', payload: { type: 'message', ...answer, at: now } }])
  })

  test('to somebody outside the cast it is refused, not lost in silence', async () => {
    const { running, published } = start()
    const lost = running.send({ ...answer, to: { kind: 'room', id: 'zhang' } }, AbortSignal.timeout(1000))
    await expect(lost).rejects.toMatchObject({ code: 'refused', retryable: false })
    expect(published).toEqual([])
  })
})

test('everybody sits in the group', () => {
  expect(rooms.map((room) => room.members)).toEqual([people.map((person) => person.id)])
})
