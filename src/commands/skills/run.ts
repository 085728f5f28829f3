import type { z } from 'zod'
import type { Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import type { skillsGrammar } from './grammar.ts'

/** 专长: shows what one can do, or sets it anew; the last word counts, so that a rerun changes nothing. */
export const runSkills: Run<z.infer<(typeof skillsGrammar)['shape']>> = async ({ skills }, context) => {
  const { store, texts, asker } = context
  const { person } = asker
  if (!person) return { text: texts.common.notRegistered }
  const said = (list: readonly string[]) => list.join(texts.audience.between)
  if (!skills) {
    const text =
      person.skills.length > 0 ? texts.skills.known({ skills: said(person.skills) }) : texts.skills.none
    return inPrivate(text, context)
  }
  await store.people.setParts(person._id, { skills })
  return inPrivate(
    skills.length > 0 ? texts.skills.noted({ skills: said(skills) }) : texts.skills.cleared,
    context,
  )
}
