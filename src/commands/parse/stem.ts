import type { Parsed } from '../../chat/message.ts'
import type { Reading } from '../grammar.ts'
import { takeCode } from './take.ts'
import type { WordIndex } from './word-index.ts'

type Suggestion = NonNullable<Parsed['suggestion']>

/**
 * A command word and a code, in either order, with words after them that fit no grammar (`取消A12了吗`): what the
 * two alone would do; after a code alone, the activity. The sender is asked; nothing is done.
 */
export function suggestStem(text: string, index: WordIndex, reading: Reading): Suggestion | undefined {
  const first = takeCode(text, 'ABFHQ')
  for (const { grammar, word, rest } of index.find(first ? first.rest : text)) {
    const code = first ?? takeCode(rest, 'ABFHQ')
    const found = code && grammar.read(code.value, reading)
    if (found)
      return {
        action: { command: grammar.name, args: found.args },
        said: `${word} ${code.value}`,
        reason: 'phrase',
      }
  }
  if (!first?.value.startsWith('A')) return undefined
  const list = index.all.find(({ grammar }) => grammar.name === 'list')
  const found = list?.grammar.read(first.value, reading)
  return found && { action: { command: 'list', args: found.args }, said: first.value, reason: 'phrase' }
}
