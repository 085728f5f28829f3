import { expect, test } from 'vitest'
import { listen } from '../../src/service/listen.ts'

test('a port that is taken is said in plain words, with what to do', async () => {
  const first = await listen(() => undefined, { host: '127.0.0.1', port: 0 })
  const port = Number(new URL(first.url).port)
  await expect(listen(() => undefined, { host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'config',
    message: `port ${port} is in use: stop what listens there, or set PORT to another one`,
  })
  await first.close()
})
