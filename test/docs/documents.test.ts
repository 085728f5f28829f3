import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readRepositoryFile } from '../support/source-tree.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
const scripts = Object.keys(
  (JSON.parse(readRepositoryFile('package.json')) as { scripts: Record<string, string> }).scripts,
)

/** How a heading is linked to. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')

describe.each(documents)('%s', (path) => {
  const text = readRepositoryFile(path)

  test('links to documents and headings that are there', () => {
    const broken = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [file = '', heading] = link.split('#')
        const target = file === '' ? path : normalize(join(dirname(path), file))
        if (!existsSync(join(root, target))) return true
        if (heading === undefined) return false
        const headings = [...readRepositoryFile(target).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
          anchor(title),
        )
        return !headings.includes(heading)
      })
    expect(broken).toEqual([])
  })

  test('prints only commands that there are', () => {
    const printed = [...text.matchAll(/\bnpm (?:run )?([a-z]+(?::[a-z]+)*)/g)].map(([, name = '']) => name)
    const own = new Set(['ci', 'install'])
    expect(printed.filter((name) => !own.has(name) && !scripts.includes(name))).toEqual([])
  })

  test('names only files of the tree that there are', () => {
    const named = [...text.matchAll(/`((?:src|bots|workers|test|scripts|docs)\/[\w./-]+)`/g)].map(
      ([, file = '']) => file,
    )
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})
