import { describe, expect, test } from 'vitest'
import type { LiveMessage } from '../../src/chat/live-event.ts'
import type { TraceStep } from '../../src/chat/trace.ts'
import {
  type Change,
  type Conversation,
  changed,
  lastDelivery,
  nothingSaid,
  offersFor,
  stopsOf,
} from '../../src/web/playground/conversation.ts'

const group = 'room:nanyuan'

/** What a page knows after all this, looking at 张三's direct chat. */
function after(...changes: Change[]): Conversation {
  return changes.reduce(changed, nothingSaid)
}

function said(id: string, line: { from?: string; chat?: typeof group } = {}): Change {
  const { from = 'zhang', chat = `person:${from}` as const } = line
  return { type: 'said', line: { id, from, chat, text: '活动', mentionsBot: false, at: 0 } }
}

function heard(id: string, message: Partial<LiveMessage> = {}): Change {
  const event: LiveMessage = {
    type: 'message',
    id,
    to: { kind: 'person', id: 'zhang' },
    text: '好的',
    quickReplies: [],
    mentions: [],
    files: [],
    at: 0,
    ...message,
  }
  return { type: 'live', event, open: 'person:zhang' }
}

function traced(id: string, step: TraceStep, at: number): Change {
  const event = { type: 'trace', message: `playground:local:${id}`, step, at } as const
  return { type: 'live', event, open: 'person:zhang' }
}

/** The stops drawn for one message after all this, with their times. */
function way(...changes: Change[]) {
  const [trail] = after(said('m1'), ...changes).trails
  return trail && stopsOf(trail).map((stop) => [stop.step, stop.ms])
}

describe('answers', () => {
  test('appear in the chat they went to, after what was said there', () => {
    const { lines } = after(said('m1'), heard('o1', { inReplyTo: 'm1' }))
    expect(lines.map((line) => [line.from, line.chat])).toEqual([
      ['zhang', 'person:zhang'],
      ['bot', 'person:zhang'],
    ])
  })

  test('told twice appear once and count once', () => {
    const toWang = { to: { kind: 'person', id: 'wang' } } as const
    const { lines, unread } = after(heard('o1', toWang), heard('o1', toWang))
    expect([lines.length, unread]).toEqual([1, { 'person:wang': 1 }])
  })

  test('count as unread where nobody looks, until somebody does', () => {
    const toGroup = { to: { kind: 'room', id: 'nanyuan' } } as const
    const waiting = after(heard('o1', toGroup), heard('o2', toGroup), heard('o3'))
    expect(waiting.unread).toEqual({ [group]: 2 })
    expect(changed(waiting, { type: 'opened', chat: group }).unread).toEqual({ [group]: 0 })
  })
})

test('a line said again after a failure stays one line with one way', () => {
  const problem = { problem: '连不上服务' }
  const { lines, trails } = after(said('m1'), { type: 'settled', id: 'm1', status: problem }, said('m1'))
  expect([lines.length, trails.length, lines[0]?.status]).toEqual([1, 1, 'sending'])
})

describe('what can be answered', () => {
  const zhangDirect = { person: 'zhang', chat: 'person:zhang' } as const
  const offer = heard('o1', { inReplyTo: 'm1', quickReplies: ['是', '不'] })

  test('is what the last answer offers, also when news without an offer came since', () => {
    const { lines } = after(said('m1'), offer, heard('o2', { text: '明天有雨' }))
    expect(offersFor(lines, zhangDirect)).toEqual(['是', '不'])
  })

  test('is over once one has spoken again', () => {
    expect(offersFor(after(said('m1'), offer, said('m2')).lines, zhangDirect)).toEqual([])
  })

  test('in the group is offered to whom the bot answered, and survives small talk', () => {
    const inGroup = heard('o1', {
      to: { kind: 'room', id: 'nanyuan' },
      inReplyTo: 'm1',
      quickReplies: ['报名 A12'],
    })
    const chatter: Change[] = [
      said('m2', { chat: group }),
      { type: 'settled', id: 'm2', status: 'ignored' },
      said('m3', { from: 'wang', chat: group }),
    ]
    const { lines } = after(said('m1', { chat: group }), inGroup, ...chatter)
    expect(offersFor(lines, { person: 'zhang', chat: group })).toEqual(['报名 A12'])
    expect(offersFor(lines, { person: 'wang', chat: group })).toEqual([])
  })
})

describe('the way of a message', () => {
  test('shows the stops not yet reached without a time', () => {
    expect(way(traced('m1', 'accepted', 100), traced('m1', 'mailbox', 103))).toEqual([
      ['accepted', 0],
      ['mailbox', 3],
      ['action', undefined],
      ['outbox', undefined],
      ['delivered', undefined],
    ])
  })

  test('ends early where the bot stayed out of it or failed', () => {
    expect(way(traced('m1', 'accepted', 100), traced('m1', 'ignored', 101))).toEqual([
      ['accepted', 0],
      ['ignored', 1],
    ])
    expect(
      way(traced('m1', 'accepted', 100), traced('m1', 'mailbox', 102), traced('m1', 'failed', 109)),
    ).toEqual([
      ['accepted', 0],
      ['mailbox', 2],
      ['failed', 9],
    ])
  })

  test('of a message with two answers is as long as the later one; a replay adds nothing', () => {
    const changes = [
      said('m1'),
      traced('m1', 'accepted', 100),
      traced('m1', 'delivered', 120),
      traced('m1', 'delivered', 140),
      traced('m1', 'delivered', 140),
    ]
    const now = after(...changes)
    expect(lastDelivery(now)).toBe(40)
    expect(now.trails[0]?.stops).toHaveLength(3)
  })

  test('belongs to that message alone, and others are nobody’s', () => {
    const now = after(said('m1'), said('m2'), traced('m2', 'accepted', 1), traced('x', 'accepted', 1))
    expect(now.trails.map((trail) => trail.stops.length)).toEqual([0, 1])
  })
})

test('what a page remembers is bounded', () => {
  const many = Array.from({ length: 1_000 }, (_, n) => said(`m${n}`))
  const { lines, trails } = after(...many)
  expect(lines.at(-1)?.id).toBe('m999')
  expect([lines.length <= 500, trails.length <= 100]).toEqual([true, true])
})
