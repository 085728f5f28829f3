import { randomBytes } from 'node:crypto'
import mongoose from 'mongoose'
import { afterAll, describe, expect, test } from 'vitest'
import { createSeal } from '../../src/seal.ts'
import { openStore } from '../../src/store/index.ts'
import { readRepositoryFile } from '../support/source-tree.ts'

// A connection that is never opened: the collections and their indexes are known without a server.
const connection = mongoose.createConnection()
openStore(connection, createSeal(randomBytes(32)))
afterAll(() => connection.destroy())

const models = Object.values(connection.models)

const section = readRepositoryFile('docs/personal-data.md').split('\n## Where\n')[1]?.split('\n## ')[0] ?? ''
const rows = new Map(
  section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.slice(1, -1).split('|'))
    .map((cells) => cells.map((cell) => cell.trim()))
    .map(([name = '', ...cells]) => [name.replaceAll('`', ''), cells] as const),
)

describe('docs/personal-data.md', () => {
  test('lists every collection there is, and no other', () => {
    expect([...rows.keys()].toSorted()).toEqual(models.map(({ collection }) => collection.name).toSorted())
  })

  test.each(models.map((model) => [model.collection.name, model] as const))(
    '%s: says when the database forgets, and that what is sealed is',
    (name, { schema }) => {
      const [, sealed = '', , , until = ''] = rows.get(name) ?? []
      const days = schema
        .indexes()
        .flatMap(([, { expireAfterSeconds }]) => (expireAfterSeconds ? [expireAfterSeconds / 86_400] : []))
      for (const count of days) expect(until).toMatch(new RegExp(`\\b${count} days?\\b`))
      expect(sealed).toBeTruthy()
      if (schema.path('sealed')) expect(sealed).not.toBe('no')
    },
  )
})
