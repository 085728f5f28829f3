import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { feishu } from '../../../bots/feishu/index.ts'
import { feishu as fixtures } from '../../fixtures/feishu/fixtures.ts'
import { platformDeps } from '../../support/platform-deps.ts'

// A connection that breaks off after 飞书 has taken the message.

const uuids: string[] = []
const paths: string[] = []
let breaking = 0
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const json = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { uuid?: string }
    if (!json.uuid) return response.end(JSON.stringify({ code: 0, tenant_access_token: 't', expire: 7200 }))
    uuids.push(json.uuid)
    paths.push(request.url ?? '')
    if (breaking-- > 0) return request.socket.destroy()
    return response.end(JSON.stringify({ code: 0, data: { message_id: 'om_1' } }))
  })
})
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())

const send = (id: string, inReplyTo?: string) => {
  const { port } = server.address() as AddressInfo
  const settings = { ...fixtures.settings, FEISHU_API_URL: `http://127.0.0.1:${port}` }
  const to = { kind: 'person' as const, id: 'ou_wang' }
  return feishu
    .start(settings, platformDeps({ fetch }))
    .send(
      { id, to, ...(inReplyTo && { inReplyTo }), text: '好', mentions: [], quickReplies: [], files: [] },
      AbortSignal.timeout(9_000),
    )
}

test('a call that breaks off is tried again at once, with the uuid 飞书 drops repeats by', async () => {
  breaking = 2
  expect(await send('feishu:cli:om_1#0')).toEqual({ platformId: 'om_1' })
  expect(uuids).toHaveLength(3)
  expect(new Set(uuids).size).toBe(1)
  expect(uuids[0]?.length).toBeLessThanOrEqual(50)
})

test('one that breaks off three times may have arrived: it counts as unknown, not as refused', async () => {
  breaking = 3
  await expect(send('feishu:cli:om_2#0')).rejects.toMatchObject({
    code: 'unavailable',
    cause: expect.any(Error),
  })
})

test('another row has another uuid', async () => {
  await send('feishu:cli:om_3#0')
  expect(uuids.at(-1)).not.toBe(uuids[0])
})

test('what is private goes to the person, and never under the words of a group that asked for it', async () => {
  await send('feishu:cli:om_4#1', 'om_4')
  expect(paths.at(-1)).toBe('/open-apis/im/v1/messages?receive_id_type=open_id')
})
