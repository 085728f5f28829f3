import { ageOn } from '../../domain/age.ts'
import { localDate } from '../../domain/time/local-date.ts'
import type { Reply } from '../../chat/reply.ts'
import type { Person } from '../../store/people.ts'
import type { Context, Run } from '../command.ts'
import { makePerson, type NewPerson, sealed } from '../make-person.ts'
import { runSkills } from '../skills/run.ts'
import { birthProblem } from './birth.ts'

export type RegisterArgs = {
  name?: string | undefined
  phone?: string | undefined
  skipPhone?: boolean | undefined
  /** `1990` or `1990-05-01`. */
  birth?: string | undefined
  skills?: string[] | undefined
  consent?: boolean | undefined
  unnamed?: boolean | undefined
  more?: boolean | undefined
}

/** Which consent text somebody agreed to. A change of the text in the catalogues is a new version. */
export const consentVersion = '2026-11'

const longestName = 40

/**
 * Registers the asker: name, phone, birth and consent are asked for one at a time, and nothing is stored before the
 * consent. Somebody who became a person without it (the first admin) completes the same row.
 */
export const runRegister: Run<RegisterArgs> = async (args, context) => {
  const { texts, asker, key, place, store } = context
  const known = asker.person
  if (args.more)
    return args.skills ? runSkills({ skills: args.skills }, context) : { text: texts.register.skipped }
  if (known && (known.key === key || known.consent?.key === key) && known.consent)
    return welcome(known, context)
  if (place.kind === 'room')
    return { text: known?.consent ? texts.register.alreadyHere : texts.register.privately }
  if (known?.consent) return { text: texts.register.already({ number: known._id, name: known.name }) }

  const asked = askForMissing(args, context)
  if (asked) return asked
  const person: NewPerson = {
    name: args.name?.trim() ?? '',
    ...(args.phone && { phone: args.phone }),
    ...(args.birth && { birth: args.birth }),
    ...(args.skills && { skills: args.skills }),
    consent: { version: consentVersion, at: context.now, key },
  }
  if (known) {
    const { name, skills = [], consent } = person
    await store.people.complete(known._id, { name, skills, consent, ...sealed(person, context) })
    return welcome({ ...known, name, skills }, context)
  }
  return welcome(await makePerson(person, context), context)
}

function askForMissing(args: RegisterArgs, { texts, now, zone, org, rules }: Context): Reply | undefined {
  const { name: said, phone, skipPhone, birth, consent, unnamed, ...rest } = args
  const name = said?.trim()
  if (!name)
    return {
      text: unnamed ? texts.register.yourOwnName : texts.register.askName,
      question: { field: 'name', args: { ...rest, phone, skipPhone, birth } },
    }
  if ([...name].length > longestName)
    return {
      text: texts.register.nameTooLong,
      question: { field: 'name', args: { ...rest, phone, skipPhone, birth } },
    }
  if (!phone && !skipPhone)
    return {
      text: texts.register.askPhone({ name }),
      quickReplies: [texts.register.skip],
      question: { field: 'phone', args },
    }
  if (!birth) return { text: texts.register.askBirth, question: { field: 'birth', args } }

  const today = localDate(now.getTime(), zone)
  const problem = birthProblem(birth, today, rules)
  if (problem === 'tooYoung') return { text: texts.register.guardian({ age: rules.consentAge }) }
  if (problem)
    return {
      text:
        problem === 'unclear'
          ? texts.register.askExactBirth({ age: rules.consentAge })
          : texts.register.wrongBirth,
      question: { field: 'birth', args: { ...rest, name, phone, skipPhone } },
    }
  if (consent === false) return { text: texts.register.refused }
  if (consent) return undefined
  const minor = ageOn(birth, today) < rules.adultAge ? [texts.register.minor({ age: rules.adultAge })] : []
  return {
    text: [texts.register.askConsent({ org: org.name }), ...minor].join('\n'),
    quickReplies: [texts.register.consent, texts.register.dissent],
    question: { field: 'consent', args },
  }
}

/** The number; what somebody can do is asked for last, and nothing is lost when they say something else. */
function welcome({ _id, name, skills }: Pick<Person, '_id' | 'name' | 'skills'>, { texts }: Context): Reply {
  const { done, askSkills, skip, next } = texts.register
  const text = done({ number: _id, name })
  if (skills.length > 0) return { text, quickReplies: next }
  return {
    text: `${text}\n${askSkills}`,
    quickReplies: [...next, skip],
    question: { field: 'more', args: {} },
  }
}
