import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyDocument } from '../support/documents.ts'
import { readRepositoryFile } from '../support/source-tree.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let tree: string

/** A program of the packages, run in the copy; gives what it printed. Throws with that when it fails. */
const run = (program: string, ...args: string[]) =>
  execFileSync(join(root, 'node_modules/.bin', program), args, {
    cwd: tree,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NO_COLOR: '1' },
  })

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'liandong-docs-'))
  for (const name of ['src', 'bots', 'workers', 'test', 'scripts', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(tree, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  for (const name of ['adding-a-command', 'adding-a-platform'])
    applyDocument(readRepositoryFile(`docs/${name}.md`), tree)
})
afterAll(() => rmSync(tree, { recursive: true, force: true }))

test('a tree with the command and the platform of the documents compiles', () => {
  expect(run('tsc', '--noEmit')).toBe('')
}, 60_000)

test('the command of the document is understood and answers', () => {
  writeFileSync(
    join(tree, 'say.ts'),
    `import { createParser } from './src/commands/parse.ts'
import { commands } from './src/commands/index.ts'
import { textsFor } from './src/locale/index.ts'
const reading = { now: 0, zone: 'Asia/Shanghai', snapshot: { teams: [], stations: [], categories: [] } }
const { actions } = createParser(commands)('几点', { reading, addressed: false })
const [action] = actions
const command = commands.find(({ name }) => name === action?.command)
const context = { now: new Date('2026-11-24T02:00:00Z'), zone: 'Asia/Shanghai', texts: textsFor('zh-CN') }
console.log((await command?.run(action?.args ?? {}, context as never))?.text)
`,
  )
  expect(run('tsx', 'say.ts')).toBe('现在是 10:00。\n')
}, 60_000)

test('the platform of the document keeps the contract', () => {
  writeFileSync(join(tree, 'vitest.config.ts'), 'export default {}\n')
  const printed = run('vitest', 'run', 'test/contracts/platforms.test.ts', '-t', '^acme')
  expect(printed).toMatch(/Tests\s+\d+ passed/)
}, 60_000)
