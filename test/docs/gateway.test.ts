import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'
import { codeBlocks } from '../support/documents.ts'
import { readRepositoryFile } from '../support/source-tree.ts'

let app: App | undefined
let client: ChildProcess | undefined
const folder = mkdtempSync(join(tmpdir(), 'liandong-client-'))
afterEach(async () => {
  client?.kill()
  await app?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

test('the client of the document says what is typed and prints what is answered', async () => {
  const [code = ''] = codeBlocks(readRepositoryFile('docs/gateway.md'), 'js')
  const program = join(folder, 'client.mjs')
  writeFileSync(program, code)
  const mine = `http://127.0.0.1:${await freePort()}/`
  app = await startApp({ now: new Date().toISOString(), env: { STANDARD_WEBHOOK_URL: mine } })
  const running = spawn(process.execPath, [program], {
    env: { STANDARD_WEBHOOK_SECRET: app.secret, STANDARD_WEBHOOK_URL: mine, LIANDONG_URL: app.url },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  client = running
  const answer = once(running.stdout, 'data')
  running.stdin.write('注册 张三\n')
  expect(String(await answer)).toMatch(/^张三，你好！/)
})
