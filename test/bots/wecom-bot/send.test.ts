import { expect, test } from 'vitest'
import { asMarkdown, send } from '../../../bots/wecom-bot/send.ts'
import type { OutboundMessage } from '../../../src/chat/platform.ts'
import { platformDeps } from '../../support/platform-deps.ts'

const at = Date.parse('2026-11-24T02:00:00Z')
const message: OutboundMessage = {
  id: 'wecom-bot:default:m-1#0',
  to: { kind: 'person', id: 'u-1' },
  inReplyTo: 'm-1',
  replyHandle: { code: 'CODE', until: at + 60_000 },
  text: '已报名 A12',
  mentions: [],
  quickReplies: ['我的报名'],
  files: [{ name: '证明.pdf', url: 'https://example.org/files/x' }],
}

/** The other side: keeps what it was asked, and answers what it is told to. */
function api(...answers: object[]) {
  const asked: { url: string; body: unknown }[] = []
  let now = at
  const deps = platformDeps({
    now: () => now,
    fetch: async (url, init) => {
      asked.push({ url: String(url), body: JSON.parse(String(init?.body)) })
      return Response.json(answers.shift() ?? { errcode: 0 })
    },
  })
  return {
    asked,
    later: (ms: number) => void (now += ms),
    send: (changed: Partial<OutboundMessage> = {}) =>
      send(
        'https://qyapi.weixin.qq.com',
        { ...message, ...changed },
        { ...deps, signal: AbortSignal.timeout(5_000) },
      ),
  }
}

test('an answer is posted in markdown, with files as links and what could be tapped below', async () => {
  const { asked, send: post } = api()
  await post()
  expect(asked).toEqual([
    {
      url: 'https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=CODE',
      body: {
        msgtype: 'markdown',
        markdown: { content: '已报名 A12\n证明.pdf https://example.org/files/x\n› 我的报名' },
      },
    },
  ])
})

test('a code is used once: a second part is given up, and the first may try again', async () => {
  const { asked, send: post } = api({ errcode: -1 })
  await expect(post()).rejects.toMatchObject({ code: 'unavailable' })
  await expect(post({ id: 'wecom-bot:default:m-1#1' })).rejects.toMatchObject({ code: 'unreachable' })
  await post()
  expect(asked).toHaveLength(2)
})

test('after an hour nothing is posted', async () => {
  const { asked, later, send: post } = api()
  later(60_001)
  await expect(post()).rejects.toMatchObject({ code: 'unreachable' })
  expect(asked).toEqual([])
})

test.each([
  ['[奖金](https://example.org)', '[奖金] (https://example.org)'],
  ['<@all> 快来', '< @all> 快来'],
  ['<font color="warning">急</font>', '< font color="warning">急< /font>'],
  ['# 大标题', '\u200b# 大标题'],
  ['> 引用', '\u200b> 引用'],
  ['› 报名 A12', '› 报名 A12'],
  ['1 < 2', '1 < 2'],
])('what people wrote is words: %s', (text, written) => {
  expect(asMarkdown(text)).toBe(written)
})

test('an error names neither the code nor the words', async () => {
  const { send: post } = api({ errcode: 40001, errmsg: 'invalid CODE' })
  const error = await post().catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({
    code: 'unreachable',
    message: 'the response_url was used or is over (errcode 40001)',
  })
})
