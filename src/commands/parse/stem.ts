import type { Parsed } from '../../chat/message.ts'
import type { Reading } from '../grammar.ts'
import { isAsking } from './asking.ts'
import { takeCode } from './take.ts'
import type { WordIndex } from './word-index.ts'

type Suggestion = NonNullable<Parsed['suggestion']>

/**
 * A command word and a code, in either order, with words after them that fit no grammar (`名单A12给我`): what the
 * two alone would do; after a code alone, the activity. What would be done to the sender (报名, 取消) is not suggested:
 * the words may name somebody else. A question about it (`取消A12了吗`) is one about the activity. The sender is asked;
 * nothing is done.
 */
export function suggestStem(text: string, index: WordIndex, reading: Reading): Suggestion | undefined {
  const first = takeCode(text, 'ABFHQ')
  for (const { grammar, word, rest } of index.find(first ? first.rest : text)) {
    const code = first ?? takeCode(rest, 'ABFHQ')
    if (code && grammar.forSelf)
      return isAsking(first ? rest : code.rest) ? detail(code.value, index, reading) : undefined
    const found = code && grammar.read(code.value, reading)
    if (found)
      return {
        action: { command: grammar.name, args: found.args },
        said: `${word} ${code.value}`,
        reason: 'phrase',
      }
  }
  return first && detail(first.value, index, reading)
}

/** What an activity is and when. */
function detail(code: string, index: WordIndex, reading: Reading): Suggestion | undefined {
  if (!code.startsWith('A')) return undefined
  const list = index.all.find(({ grammar }) => grammar.name === 'list')
  const found = list?.grammar.read(code, reading)
  return found && { action: { command: 'list', args: found.args }, said: code, reason: 'phrase' }
}
