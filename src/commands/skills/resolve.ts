import type { z } from 'zod'
import type { Resolve } from '../command.ts'
import { mostSkills, type skillsGrammar } from './grammar.ts'

/** Who says 我会剪头发 adds to what they can do; the command sets all of it anew. */
export const resolveSkills: Resolve<z.infer<(typeof skillsGrammar)['shape']>> = async (
  { skills = [] },
  { asker, texts },
) => {
  if (skills.length === 0) return undefined
  const all = [...new Set([...(asker.person?.skills ?? []), ...skills])].slice(-mostSkills)
  const said = all.join(texts.audience.between)
  return { args: { skills: all }, said: texts.skills.command({ skills: said }) }
}
