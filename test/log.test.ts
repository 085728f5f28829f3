import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog, outageLog } from '../src/log.ts'

/** A log and the lines it has written. */
function written() {
  const lines: Record<string, unknown>[] = []
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().trim().split('\n'))
        lines.push(JSON.parse(line) as Record<string, unknown>)
      done()
    },
  })
  return { log: createLog({ level: 'debug', destination }), lines }
}

test('an outage is one line when it begins and one when it ends, however many messages it fails', () => {
  const { log, lines } = written()
  const outage = outageLog(log, 'Redis')
  outage.up()
  for (let n = 0; n < 1_000; n++) outage.down(new Error('ECONNREFUSED'))
  expect(lines.map(({ msg }) => msg)).toEqual(['Redis is away; messages wait'])
  outage.up()
  outage.up()
  expect(lines.map(({ msg }) => msg)).toEqual(['Redis is away; messages wait', 'Redis is back'])
  outage.down('again')
  expect(lines).toHaveLength(3)
})

test('what people said, who they are and secrets never get into it, wherever they stand', () => {
  const { log, lines } = written()
  const secret = {
    text: '我不舒服',
    name: '王桂香',
    phone: '13800000000',
    birth: '1955',
    token: 't0ken',
    secret: 's3cret',
    claimCode: 'c0de',
  }
  log.info({ message: 'standard:default:m-1', ...secret }, 'handled')
  log.info({ data: secret, row: { content: secret } }, 'delivered')
  const all = JSON.stringify(lines)
  for (const value of Object.values(secret)) expect(all).not.toContain(value)
  expect(all).toContain('standard:default:m-1')
  expect(lines).toHaveLength(2)
})
