import { expect, test } from 'vitest'
import { choose, type Way } from '../../../scripts/services/choose.ts'

const works = (name: string): Way => ({
  name,
  why: 'it is there',
  hurdle: undefined,
  start: async () => `${name}://`,
})
const cannot = (name: string): Way => ({ ...works(name), hurdle: 'needs root' })
const breaks = (name: string): Way => ({
  ...works(name),
  start: async () => {
    throw new Error('the download is refused\nwith details')
  },
})

async function chosenOf(ways: Way[], interrupted = new AbortController().signal) {
  const lines: string[] = []
  const say = (line: string) => lines.push(line)
  const choice = await choose({ service: 'Redis', docker: 'docker run redis', ways, say, interrupted })
  return { choice, lines }
}

test('the first way that works is taken, and one line says which and why', async () => {
  const { choice, lines } = await chosenOf([works('first'), works('second')])
  expect(choice).toEqual({ name: 'first', url: 'first://' })
  expect(lines).toEqual(['Redis: first (it is there)'])
})

test('a way that cannot be tried here is passed over without a word', async () => {
  const { choice, lines } = await chosenOf([cannot('first'), works('second')])
  expect(choice.name).toBe('second')
  expect(lines).toEqual(['Redis: second (it is there)'])
})

test('a way that fails is said to have failed, in one line, and the next is tried', async () => {
  const { choice, lines } = await chosenOf([breaks('first'), works('second')])
  expect(choice.name).toBe('second')
  expect(lines[0]).toBe('Redis: not first: the download is refused')
})

test('when nothing works the error names every way, its obstacle, and Docker', async () => {
  await expect(chosenOf([cannot('first'), breaks('second')])).rejects.toThrow(
    'no Redis could be started. The ways, in order:\n' +
      '  - first: needs root\n' +
      '  - second: the download is refused\nwith details\n' +
      '  - with Docker: docker run redis',
  )
})

test('after Ctrl-C no further way is tried', async () => {
  const interrupted = AbortSignal.abort(new Error('interrupted'))
  await expect(chosenOf([breaks('first'), works('second')], interrupted)).rejects.toThrow('interrupted')
})
