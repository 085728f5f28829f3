import { expect, test } from 'vitest'
import { commandsDocument } from '../../scripts/commands-document-text.ts'
import { readRepositoryFile } from '../support/source-tree.ts'

test('docs/commands.md tells of every command there is: `npm run docs:commands` writes it', () => {
  expect(readRepositoryFile('docs/commands.md')).toBe(commandsDocument())
})
