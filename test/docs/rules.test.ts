import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { defaultRules } from '../../src/rules.ts'
import { readRepositoryFile } from '../support/source-tree.ts'

/** The rows under a heading, their cells without backticks. */
function rows(heading: string): string[][] {
  const section = readRepositoryFile('docs/rules.md').split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.slice(1, -1).split('|'))
    .map((cells) => cells.map((cell) => cell.trim()))
}

const settings = rows('Settings')
const fixed = rows('Fixed')

/** Numbers in a text: `1000 h/12` has two. */
const numbers = (text: string) => (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number)

describe('docs/rules.md', () => {
  test('has every rule that can be set, with its default', () => {
    const told = Object.fromEntries(
      settings.map(([, name = '', value = '']) => [name.replaceAll('`', ''), numbers(value)]),
    )
    const stars = defaultRules.stars.flatMap(({ hours, months }) => [hours, months])
    expect(told).toEqual(
      Object.fromEntries(
        Object.entries(defaultRules).map(([name, value]) => [
          name,
          typeof value === 'number' ? [value] : typeof value === 'string' ? numbers(value) : stars,
        ]),
      ),
    )
  })

  test.each(fixed)('%s: %s stands where it says', (_rule, _number, where = '') => {
    const [file = '', name = ''] = [...where.matchAll(/`([^`]+)`/g)].map(([, word]) => word)
    expect(readRepositoryFile(file)).toMatch(new RegExp(`export (?:const|(?:async )?function) ${name}\\b`))
  })

  test.each([...settings, ...fixed])('%s has a source and a test', (...row) => {
    const [source = '', held = ''] = row.slice(-2)
    expect(source).not.toBe('')
    const [, file = '', title = ''] = /^`([^`]+)` "(.+)"$/.exec(held) ?? []
    expect(existsSync(file), held).toBe(true)
    expect(readRepositoryFile(file)).toContain(title)
  })
})
