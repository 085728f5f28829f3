import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { codeBlocks } from '../support/documents.ts'

// The examples of the two "adding a …" documents, put into a copy of the tree: it compiles and its tests pass.

const run = promisify(execFile)
const copied = [
  'src',
  'bots',
  'workers',
  'test',
  'scripts',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
]
let copy: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'liandong-examples-'))
  for (const path of copied) cpSync(path, join(copy, path), { recursive: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  for (const document of ['docs/adding-a-command.md', 'docs/adding-a-platform.md'] as const)
    for (const { language, code } of codeBlocks(document)) {
      const path = join(copy, /^\/\/ (\S+)\n/.exec(code)?.[1] ?? '')
      const lines = code.trimEnd().split('\n').slice(1)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, language === 'diff' ? edited(path, lines) : `${lines.join('\n')}\n`)
    }
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** A file after a printed change: `-` lines are gone, `+` lines stand below the line printed before them. */
function edited(path: string, change: string[]): string {
  const lines = readFileSync(path, 'utf8').split('\n')
  let at = -1
  for (const line of change) {
    const text = line.slice(1)
    if (line.startsWith('+')) lines.splice(++at, 0, text)
    else {
      at = lines.indexOf(text)
      if (at < 0) throw new Error(`${path} has no line: ${text}`)
      if (line.startsWith('-')) lines.splice(at--, 1)
    }
  }
  return lines.join('\n')
}

test('the examples compile', { timeout: 240_000 }, async () => {
  const { stdout } = await run('npx', ['tsc', '--noEmit'], { cwd: copy }).catch((error) => error)
  expect(stdout).toBe('')
})

test(
  'the example command answers, and the example platform keeps the contract',
  { timeout: 240_000 },
  async () => {
    const tests = ['test/commands/since.test.ts', 'test/contracts/platforms.test.ts']
    const env = { ...process.env, MONGODB_URI: inject('mongodbUri'), REDIS_URL: inject('redisUrl') }
    const args = ['vitest', 'run', '--project', 'integration', '--reporter', 'json', ...tests]
    const { stdout } = await run('npx', args, { cwd: copy, env }).catch((error) => error)
    const told = JSON.parse(stdout.slice(stdout.indexOf('{"num')))
    const names = told.testResults.flatMap((file: { assertionResults: { title: string }[] }) =>
      file.assertionResults.map(({ title }) => title),
    )
    expect(told).toMatchObject({ numFailedTests: 0, numFailedTestSuites: 0 })
    expect(names).toEqual(expect.arrayContaining(['登记日 gives the day', "understands 'a text'"]))
  },
)
