import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { receive } from '../../bots/standard/receive.ts'
import { type App, startApp } from '../support/app.ts'
import { codeBlocks } from '../support/documents.ts'

const folder = mkdtempSync(join(tmpdir(), 'liandong-client-'))

let app: App
let url: string
beforeAll(async () => {
  url = `http://127.0.0.1:${await freePort()}/`
  // The client's timestamps are of the real clock.
  app = await startApp({ now: new Date().toISOString(), env: { STANDARD_WEBHOOK_URL: url } })
})
afterAll(async () => {
  await app.stop()
  rmSync(folder, { recursive: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

test('the client printed in docs/gateway.md says 帮助 and gets the answer', async () => {
  const [client] = codeBlocks('docs/gateway.md').filter(({ language }) => language === 'js')
  const path = join(folder, 'client.mjs')
  writeFileSync(path, client?.code ?? '')
  const { stdout } = await promisify(execFile)('node', [path, '帮助'], {
    env: {
      PATH: process.env.PATH,
      STANDARD_WEBHOOK_SECRET: app.secret,
      STANDARD_WEBHOOK_URL: url,
      LIANDONG_URL: app.url,
    },
    timeout: 20_000,
  })
  expect(stdout).toContain('报名')
})

test('the message printed there is understood', () => {
  const [printed] = codeBlocks('docs/gateway.md').filter(({ language }) => language === 'json')
  expect(receive(Buffer.from(printed?.code ?? ''), 'delivery-1').messages).toMatchObject([
    { id: 'm-1', room: { id: 'r-1' }, text: '报名 A12', mentionsBot: true },
  ])
})
