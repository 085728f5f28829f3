import type { z } from 'zod'
import type { Reply } from '../../chat/reply.ts'
import { ageOn } from '../../domain/age.ts'
import { localDate } from '../../domain/time/local-date.ts'
import type { Person } from '../../store/people.ts'
import type { Context, Run } from '../command.ts'
import { homeOf } from '../home-of.ts'
import { birthProblem } from '../register/birth.ts'
import { makeRequest } from '../requests/make-request.ts'
import type { guardianGrammar } from './grammar.ts'
import { isWard } from './is-ward.ts'

export type GuardianArgs = z.infer<(typeof guardianGrammar)['shape']>

/** Which text guardians agree to. A change of the text in the catalogues is a new version. */
export const guardianConsentVersion = '2026-11'

/** Only who is of age may consent for a child (民法典 art. 17). */
export const majority = 18

/**
 * 监护: a guardian registers a child under 14 from their own chat. Name, birth and consent are asked for one at a time;
 * the child becomes a person when a social worker has made sure of it.
 */
export const runGuardian: Run<GuardianArgs> = async (args, context) => {
  const { texts, asker } = context
  const me = asker.person
  if (!me?.consent) return { text: texts.common.notRegistered }
  if (isMinor(me, context)) return { text: texts.guardian.adultsOnly }
  if (!args.child) return { text: texts.guardian.askName, question: { field: 'child', args } }
  if (/^V\d+$/.test(args.child)) return askToJoin(args.child, args, { me, context })
  return askForMissing({ ...args, child: args.child }, context) ?? ask(args, { me, context })
}

function isMinor({ birth }: Person, { store, now, zone }: Context): boolean {
  return birth !== undefined && ageOn(store.seal.open(birth), localDate(now.getTime(), zone)) < majority
}

function askForMissing(args: GuardianArgs & { child: string }, context: Context): Reply | undefined {
  const { texts, now, zone, rules } = context
  const { consentAge: age } = rules
  const { child: name, birth, ...rest } = args
  const again = { field: 'birth', args: { ...rest, child: name } }
  if (!birth) return { text: texts.guardian.askBirth({ name }), question: again }
  const problem = birthProblem(birth, localDate(now.getTime(), zone), rules)
  if (problem === undefined) return { text: texts.guardian.oldEnough({ name, age }) }
  if (problem === 'wrong') return { text: texts.register.wrongBirth, question: again }
  if (problem === 'unclear') return { text: texts.guardian.askExactBirth({ name, age }), question: again }
  return askConsent(args, name, context)
}

function askConsent(args: GuardianArgs, name: string, { texts, org, rules }: Context): Reply | undefined {
  if (args.consent) return undefined
  if (args.consent === false) return { text: texts.guardian.refused({ name }) }
  return {
    text: texts.guardian.askConsent({ org: org.name, name, age: rules.consentAge }),
    quickReplies: [texts.register.consent, texts.register.dissent],
    question: { field: 'consent', args },
  }
}

/** A second guardian of a child there is. Nothing about the child is told, nor whether there is such a one. */
async function askToJoin(
  number: string,
  args: GuardianArgs,
  { me, context }: { me: Person; context: Context },
): Promise<Reply> {
  const { store, texts } = context
  const child = await store.people.find(number)
  if (!child || !isWard(child)) return { text: texts.common.noPerson({ who: number }) }
  if (child.guardians?.some(({ person }) => person === me._id))
    return { text: texts.guardian.already({ name: number }) }
  return askConsent(args, number, context) ?? ask(args, { me, context })
}

async function ask(args: GuardianArgs, { me, context }: { me: Person; context: Context }): Promise<Reply> {
  const { store, texts, now, zone, key } = context
  const { child: name = '', birth } = args
  const known = /^V\d+$/.test(name)
  const { request, first, notices } = await makeRequest(
    {
      kind: 'guardian',
      needs: 'socialWorker',
      ...(await homeOf(me, context)),
      args: {
        name,
        ...(known && { child: name }),
        ...(birth && {
          birth: store.seal.seal(birth),
          age: String(ageOn(birth, localDate(now.getTime(), zone))),
        }),
        consentVersion: guardianConsentVersion,
        consentAt: now.toISOString(),
        consentKey: key,
      },
      wish: `guardian:${me._id}:${store.seal.blindIndex(name)}`,
    },
    context,
  )
  if (!first) return { text: texts.guardian.waiting({ name, request: request._id }) }
  return { text: texts.guardian.asked({ name, request: request._id }), notices }
}
