import { expect, test } from 'vitest'
import { createGroupCommit } from '../../src/queue/group-commit.ts'

/** Commits that are held until they are let go. */
function held(limit = 100) {
  const commits: { items: readonly string[]; end: () => void; fail: (error: Error) => void }[] = []
  let told: () => void = () => undefined
  const group = createGroupCommit<string, string>({
    limit,
    commit: (items) =>
      new Promise((resolve, reject) => {
        commits.push({ items, end: () => resolve(items.map((item) => `${item}!`)), fail: reject })
        told()
      }),
  })
  /** The commit of this number, once it has begun. */
  const commit = async (n: number) => {
    while (commits.length <= n) await new Promise<void>((resolve) => (told = resolve))
    return commits[n]!
  }
  return { add: group.add, commit }
}

test('what comes while a commit is under way goes together in the next one', async () => {
  const { add, commit } = held()
  const first = add('a')
  const one = await commit(0)
  const waiting = [add('b'), add('c')]
  expect(one.items).toEqual(['a'])
  one.end()
  expect(await first).toBe('a!')
  const two = await commit(1)
  expect(two.items).toEqual(['b', 'c'])
  two.end()
  expect(await Promise.all(waiting)).toEqual(['b!', 'c!'])
})

test('a commit takes no more than its limit', async () => {
  const { add, commit } = held(2)
  const all = ['a', 'b', 'c'].map(add)
  const one = await commit(0)
  expect(one.items).toEqual(['a', 'b'])
  one.end()
  const two = await commit(1)
  expect(two.items).toEqual(['c'])
  two.end()
  expect(await Promise.all(all)).toEqual(['a!', 'b!', 'c!'])
})

test('a commit that fails is told to those in it and to nobody else', async () => {
  const { add, commit } = held()
  const lost = expect(add('a')).rejects.toThrow('away')
  const one = await commit(0)
  const next = add('b')
  one.fail(new Error('away'))
  await lost
  const two = await commit(1)
  two.end()
  expect(await next).toBe('b!')
})
