import type { Grammar } from '../grammar.ts'

/** A grammar as the parser uses it; the arguments' type does not matter here. */
export type AnyGrammar = Pick<
  Grammar<Record<string, unknown>>,
  'words' | 'read' | 'multiline' | 'forSelf' | 'confided'
> & {
  name: string
}

export type FoundWord = { grammar: AnyGrammar; word: string; rest: string; between: string }

const latin = /[a-z]/i

/** Command words by their first character, longest first: most texts are done with after one look-up. */
export function createWordIndex(grammars: readonly AnyGrammar[]) {
  const all = grammars.flatMap((grammar) =>
    [...grammar.words['zh-CN'], ...grammar.words.en].map((word) => ({ word: word.toLowerCase(), grammar })),
  )
  const byFirst = new Map<string, { word: string; grammar: AnyGrammar }[]>()
  for (const entry of all.toSorted((a, b) => b.word.length - a.word.length)) {
    const first = entry.word.charAt(0)
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry])
  }

  /**
   * Commands whose word a text begins with, longest word first. A Chinese word needs no space after it, a Latin one
   * must end there, and a one-character one (我 队 站) needs the end or a space.
   */
  function find(text: string): FoundWord[] {
    const candidates = byFirst.get(text.charAt(0).toLowerCase())
    if (!candidates) return []
    return candidates.flatMap(({ word, grammar }) => {
      if (text.slice(0, word.length).toLowerCase() !== word) return []
      const next = text.charAt(word.length)
      if (latin.test(word.charAt(word.length - 1)) && latin.test(next)) return []
      if (word.length === 1 && next !== '' && next !== ' ' && next !== '\n') return []
      const after = text.slice(word.length)
      const rest = after.replace(/^[\s:,]+/, '')
      return [{ grammar, word, rest, between: after.slice(0, after.length - rest.length) }]
    })
  }

  const multiline = { find: (text: string) => find(text).filter(({ grammar }) => grammar.multiline) }
  return { all, find, multiline }
}

export type WordIndex = ReturnType<typeof createWordIndex>
