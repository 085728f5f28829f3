import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { platforms } from '../../bots/index.ts'
import { documents } from '../support/documents.ts'
import { readRepositoryFile, sourceFiles } from '../support/source-tree.ts'

const { scripts } = JSON.parse(readRepositoryFile('package.json')) as { scripts: Record<string, string> }
/** Words that npm itself knows. */
const npmWords = ['ci']

describe.each(documents)('%s', (document) => {
  const text = readRepositoryFile(document)

  test('links lead to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '')
    const local = links.filter((link) => !link.startsWith('https://'))
    expect(local.filter((link) => !existsSync(join(dirname(document), link.replace(/#.*/, ''))))).toEqual([])
  })

  test('npm commands are those of package.json', () => {
    const said = [...text.matchAll(/npm (?:run )?([a-z][a-z:-]*)/g)].map((match) => match[1] ?? '')
    expect(said.filter((name) => !(name in scripts) && !npmWords.includes(name))).toEqual([])
  })

  test('files and folders in code marks are there', () => {
    const said = [...text.matchAll(/`((?:src|test|bots|workers|scripts|docs)\/[\w./-]*)`/g)].map(
      (match) => match[1] ?? '',
    )
    expect(said.filter((path) => !existsSync(path))).toEqual([])
  })
})

test('operations.md lists exactly the addresses that exist', () => {
  const table = [...readRepositoryFile('docs/operations.md').matchAll(/^\| `((?:GET|POST) \/\S*)`\s+\|/gm)]
  const routes = sourceFiles('src/http/routes').flatMap(({ text }) =>
    [...text.matchAll(/\.(get|post)\('(\/[^']*)'/g)].map((m) => `${m[1]?.toUpperCase()} ${m[2]}`),
  )
  const hooks = platforms.map(({ name }) => name).filter((name) => name !== 'playground')
  const known = [...routes, ...hooks.map((name) => `POST /webhooks/${name}`)]
  expect(table.map((match) => match[1]).sort()).toEqual(known.sort())
})
