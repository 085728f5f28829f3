import { describe, expect, test } from 'vitest'
import { receive } from '../../../bots/standard/receive.ts'

const example = {
  type: 'message.received',
  timestamp: '2026-11-23T08:00:00Z',
  data: {
    id: 'm-1',
    sender: { id: 'u-1', name: '张三' },
    room: { id: 'r-1', name: '南园队群' },
    text: '报名 A12',
    mentions_bot: true,
  },
}
const read = (json: unknown) => receive(Buffer.from(JSON.stringify(json)), 'delivery-1').messages
const readData = (data: object) => read({ ...example, data: { ...example.data, ...data } })

test('what was said in a room', () => {
  expect(read(example)).toEqual([
    {
      kind: 'text',
      id: 'm-1',
      sender: { id: 'u-1', name: '张三' },
      room: { id: 'r-1', name: '南园队群' },
      text: '报名 A12',
      mentionsBot: true,
      sentAt: Date.parse('2026-11-23T08:00:00Z'),
    },
  ])
})

test('without a room, or with null, it is a direct chat; names and the mention may be left out', () => {
  const { id, text } = example.data
  const direct = { id: 'm-1', sender: { id: 'u-1', name: '' }, room: null, mentionsBot: false }
  expect(read({ ...example, data: { id, sender: { id: 'u-1' }, text } })).toMatchObject([direct])
  expect(readData({ room: null })).toMatchObject([{ room: null }])
})

test('room.joined and room.left are events of the room, known by the delivery that brought them', () => {
  for (const type of ['room.joined', 'room.left'])
    expect(read({ ...example, type, data: { room: { id: 'r-1', name: '南园队群' } } })).toMatchObject([
      { kind: type, id: 'delivery-1', room: { id: 'r-1', name: '南园队群' }, text: '' },
    ])
})

test('unknown fields are ignored, and unknown types are nothing to us', () => {
  expect(readData({ mood: 'good', sender: { id: 'u-1', name: '张三', age: 60 } })).toHaveLength(1)
  expect(read({ type: 'reaction.added', anything: { goes: true } })).toEqual([])
})

test('operators and formulas are texts like others', () => {
  const text = '{"$gt":""} =1+1 $where {{7*7}}'
  expect(readData({ text, sender: { id: '$where', name: '=cmd()' } })).toMatchObject([
    { text, sender: { id: '$where', name: '=cmd()' } },
  ])
})

describe('what is malformed says which field it is about', () => {
  test.each([
    ['data.id', { id: undefined }],
    ['data.id', { id: '' }],
    ['data.id', { id: 12 }],
    ['data.id', { id: { $gt: '' } }],
    ['data.id', { id: '群'.repeat(67) }],
    ['data.sender', { sender: undefined }],
    ['data.sender.id', { sender: { name: '张三' } }],
    ['data.sender.id', { sender: { id: 'u'.repeat(201) } }],
    ['data.room', { room: 'r-1' }],
    ['data.text', { text: null }],
    ['data.text', { text: ['报名 A12'] }],
    ['data.mentions_bot', { mentions_bot: 'yes' }],
  ])('%s', (field, data) => {
    expect(() => readData(data)).toThrow(expect.objectContaining({ code: 'malformed' }))
    expect(() => readData(data)).toThrow(new RegExp(`^${field}: .{1,100}$`))
  })

  test.each([
    ['timestamp', { timestamp: undefined }],
    ['timestamp', { timestamp: 1_764_000_000 }],
    ['timestamp', { timestamp: 'yesterday' }],
    ['type', { type: 5 }],
    ['data', { data: undefined }],
  ])('%s', (field, changed) => {
    expect(() => read({ ...example, ...changed })).toThrow(new RegExp(`^${field}: `))
  })

  test.each(['', '{', 'null', '[]', '"text"', '\u0000'])('a body %j', (body) => {
    expect(() => receive(Buffer.from(body), 'delivery-1')).toThrow(
      expect.objectContaining({ code: 'malformed' }),
    )
  })

  test('an id of 200 bytes is not too long', () => {
    expect(readData({ id: 'm'.repeat(200) })).toHaveLength(1)
  })
})
