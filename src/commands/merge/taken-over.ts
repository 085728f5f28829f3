import type { Merge } from '../../store/merges.ts'
import type { Person } from '../../store/people.ts'

/** Parts of a person that the one who stays takes over where they have none. */
const parts = ['phone', 'phoneIndex', 'birth', 'consent', 'guardians'] as const

/**
 * What the number that stays takes over from the other: what it lacks, all skills, the earlier registration (stars count
 * from it), and a word against calls, which beats everything.
 */
export function takenOver({ from, into }: Merge['before']): {
  set: Partial<Person>
  /** What has to go, or back to what it was, when the merge is undone. */
  was: { set: Partial<Person>; unset: (keyof Person)[] }
} {
  const lacking = parts.filter((name) => into[name] === undefined && from[name] !== undefined)
  const skills = [...new Set([...into.skills, ...from.skills])]
  const createdAt = new Date(Math.min(new Date(into.createdAt).getTime(), new Date(from.createdAt).getTime()))
  const optedOut = into.optedOut === undefined && from.optedOut !== undefined
  return {
    set: {
      ...Object.fromEntries(lacking.map((name) => [name, from[name]])),
      skills,
      createdAt,
      ...(optedOut && { optedOut: from.optedOut }),
    },
    was: {
      set: { skills: into.skills, createdAt: into.createdAt },
      unset: [...lacking, ...(optedOut ? (['optedOut'] as const) : [])],
    },
  }
}
