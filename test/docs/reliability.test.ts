import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readRepositoryFile } from '../support/source-tree.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const text = readRepositoryFile('docs/reliability.md')
const held = [...text.matchAll(/^- `(test\/[\w/.-]+\.test\.ts)`: “(.+)”$/gm)].map(
  ([, file = '', title = '']) => [file, title] as const,
)

test('every line that names a test is read as one', () => {
  expect(held.length).toBe([...text.matchAll(/^- /gm)].length)
  expect(held.length).toBeGreaterThan(20)
})

test.each(held)('%s has: %s', (file, title) => {
  expect(existsSync(join(root, file)), file).toBe(true)
  expect(readRepositoryFile(file)).toContain(`'${title}'`)
})

test('every crash test is named', () => {
  const named = new Set(held.map(([file]) => file))
  const files = readdirSync(join(root, 'test/crash')).map((name) => `test/crash/${name}`)
  expect(files.filter((file) => !named.has(file))).toEqual([])
})
