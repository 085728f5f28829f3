import { expect, test } from 'vitest'
import { textsFor } from '../../src/locale/index.ts'

/** Every text by its path, with what kind of text it is. */
function kinds(value: unknown, path = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path, typeof value]]
  return Object.entries(value).flatMap(([key, one]) => kinds(one, `${path}.${key}`))
}

test('both catalogues have the same texts', () => {
  expect(kinds(textsFor('en')).toSorted()).toEqual(kinds(textsFor('zh-CN')).toSorted())
})
