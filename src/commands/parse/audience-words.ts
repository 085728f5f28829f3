import { takeCode } from './take.ts'

/** Whom of an activity: who has a place, who waits for one, who did not come. */
export type OfActivity = 'confirmed' | 'waiting' | 'absent'

/**
 * One part of an audience: everybody, a team or station by name, everybody with a skill, the people of an activity,
 * those who did not answer the call, or words we do not know.
 */
export type AudienceItem =
  | { kind: 'everyone' }
  | { kind: 'unanswered' }
  | { kind: 'team' | 'room' | 'skill' | 'unknown'; name: string }
  | { kind: 'activity'; name: string; who: OfActivity }

/** Who is wanted, less who is not. */
export type AudienceWords = { wanted: AudienceItem[]; without: AudienceItem[] }

const separators = /^[\s,、;+]+/
const joiner = /^(?:和|及|and\b)/i
const except = /^(?:除了|除去|除|except\b|without\b)/i
const everyone = /^(?:全部|所有人|everyone\b|all\b)/i
const skill = /^#\s*([^\s,、;+#]+)/
const unanswered = /^(?:未回复|没回复|没答复|unanswered\b)/i
const whoOf = /^(候补|缺席|已报名|报名|waiting\b|absent\b|confirmed\b)/i
const whoSaid: Readonly<Record<string, OfActivity>> = {
  候补: 'waiting',
  waiting: 'waiting',
  缺席: 'absent',
  absent: 'absent',
}
const word = /^[^\s,、;+]+/

/**
 * Reads `南园队,#法律援助 除 华强队`. Of the names of teams and stations the longest that fits wins, before any other
 * reading, then those of `rooms`, so that a name may hold words such as 和 or 除. The text is normalised (NFKC).
 */
export function readAudience(
  text: string,
  names: readonly string[],
  rooms: readonly string[] = [],
): AudienceWords {
  const longestFirst = [...names, ...rooms].toSorted((a, b) => b.length - a.length)
  const words: AudienceWords = { wanted: [], without: [] }
  let part = words.wanted
  let rest = text
  const take = (length: number) => {
    rest = rest.slice(length)
  }
  for (;;) {
    take(separators.exec(rest)?.[0].length ?? 0)
    if (rest === '') return words
    const name = longestFirst.find((one) => rest.startsWith(one))
    const skipped = except.exec(rest) ?? joiner.exec(rest)
    const code = takeCode(rest, 'A')
    const skilled = skill.exec(rest)?.[1]
    if (name) {
      part.push({ kind: names.includes(name) ? 'team' : 'room', name })
      take(name.length)
    } else if (everyone.test(rest)) {
      part.push({ kind: 'everyone' })
      take(everyone.exec(rest)?.[0].length ?? 0)
    } else if (unanswered.test(rest)) {
      part.push({ kind: 'unanswered' })
      take(unanswered.exec(rest)?.[0].length ?? 0)
    } else if (code) {
      const [said = '', who = ''] = whoOf.exec(code.rest) ?? []
      part.push({ kind: 'activity', name: code.value, who: whoSaid[who.toLowerCase()] ?? 'confirmed' })
      rest = code.rest.slice(said.length)
    } else if (skipped) {
      if (except.test(rest)) part = words.without
      take(skipped[0].length)
    } else if (skilled) {
      const wanted = beforeExcept(skilled)
      part.push({ kind: 'skill', name: wanted })
      take(rest.indexOf(wanted) + wanted.length)
    } else {
      const unknown = word.exec(rest)?.[0] ?? rest
      part.push({ kind: 'unknown', name: unknown })
      take(unknown.length)
    }
  }
}

/** `法律援助除南园队` is the skill up to 除; a skill that begins with it (除草) is one word. */
function beforeExcept(text: string): string {
  const at = text.indexOf('除', 1)
  return at === -1 ? text : text.slice(0, at)
}
