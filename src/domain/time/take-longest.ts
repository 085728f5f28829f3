/** One way of saying something: how it looks (anchored at the start) and what it means, if anything. */
export type Rule<Meaning, About> = {
  pattern: RegExp
  read: (groups: readonly (string | undefined)[], about: About) => Meaning | undefined
}

/**
 * The meaning of the longest beginning of `text` that any rule understands, and what is left of the text.
 * A table of such rules is a grammar; among equal lengths the first rule wins.
 */
export function takeLongest<Meaning, About>(
  rules: readonly Rule<Meaning, About>[],
  text: string,
  about: About,
): { meaning: Meaning; rest: string } | undefined {
  let best: { meaning: Meaning; length: number } | undefined
  for (const { pattern, read } of rules) {
    const match = pattern.exec(text)
    if (!match || match[0].length <= (best?.length ?? 0)) continue
    const meaning = read(match.slice(1), about)
    if (meaning !== undefined) best = { meaning, length: match[0].length }
  }
  return best && { meaning: best.meaning, rest: text.slice(best.length).trimStart() }
}
