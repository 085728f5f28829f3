import type { Grammar } from '../grammar.ts'

/** A grammar as the parser uses it; the arguments' type does not matter here. */
export type AnyGrammar = Pick<Grammar<Record<string, unknown>>, 'words' | 'read' | 'multiline'> & {
  name: string
}

export type FoundWord = { grammar: AnyGrammar; word: string; rest: string }

const latin = /[a-z]/i

/** Command words by their first character, longest first: most texts are done with after one look-up. */
export function createWordIndex(grammars: readonly AnyGrammar[]) {
  const byFirst = new Map<string, { word: string; grammar: AnyGrammar }[]>()
  const all: { word: string; grammar: AnyGrammar }[] = []
  for (const grammar of grammars)
    for (const word of [...grammar.words['zh-CN'], ...grammar.words.en]) {
      const entry = { word: word.toLowerCase(), grammar }
      all.push(entry)
      const first = entry.word.charAt(0)
      byFirst.set(
        first,
        [...(byFirst.get(first) ?? []), entry].sort((a, b) => b.word.length - a.word.length),
      )
    }

  return {
    all,
    /**
     * Commands whose word a text begins with, longest word first. A Chinese word needs no space after it, a Latin one
     * must end there, and a one-character one (我 队 站) needs the end or a space.
     */
    find(text: string): FoundWord[] {
      const candidates = byFirst.get(text.charAt(0).toLowerCase())
      if (!candidates) return []
      const lower = text.toLowerCase()
      return candidates.flatMap(({ word, grammar }) => {
        if (!lower.startsWith(word)) return []
        const next = text.charAt(word.length)
        const closed = next === '' || /\s/.test(next)
        if (latin.test(word.charAt(word.length - 1)) && latin.test(next)) return []
        if (word.length === 1 && !closed) return []
        return [{ grammar, word, rest: text.slice(word.length).replace(/^[\s::,]+/, '') }]
      })
    },
  }
}

export type WordIndex = ReturnType<typeof createWordIndex>
