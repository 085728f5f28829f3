import type { z } from 'zod'
import type { Reply } from '../../chat/reply.ts'
import { ageOn } from '../../domain/age.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { type LinkCode, linkCodeMs } from '../../store/link-codes.ts'
import type { Person } from '../../store/people.ts'
import type { Context, Run } from '../command.ts'
import { isWard } from '../guardian/is-ward.ts'
import { consentVersion } from '../register/run.ts'
import { mayTry, type Tries } from '../tries.ts'
import { codeFor, indexOf } from './code.ts'
import type { linkGrammar } from './grammar.ts'
import { joinChat } from './join-chat.ts'

type LinkArgs = z.infer<(typeof linkGrammar)['shape']>

/** Enough for a code copied wrong a few times, and far too few to guess one that lives ten minutes. */
const tries: Tries = { each: 5, all: 500 }

/** 关联: gives a one-time code in the first chat, and joins the chat in which it is said to the same person. */
export const runLink: Run<LinkArgs> = async (args, context) => {
  const { texts, asker, store, key } = context
  const used = await store.linkCodes.usedBy(key)
  if (used) return join(used, context)
  if (args.code) return useCode({ ...args, code: args.code }, context)
  if (!asker.person) return { text: texts.link.howTo, quickReplies: texts.link.orRegister }
  return giveCode(asker.person, context)
}

/** A child has no chat of its own, and gets one when it may consent itself. */
async function giveCode(person: Person, context: Context): Promise<Reply> {
  const { store, texts, asker, key, now, zone, rules } = context
  const birth = isWard(person) && person.birth ? store.seal.open(person.birth) : undefined
  if (birth && ageOn(birth, localDate(now.getTime(), zone)) < rules.consentAge)
    return { text: texts.link.notYet({ age: rules.consentAge }) }
  const code = codeFor(key, context)
  await store.linkCodes.add({
    _id: indexOf(code, context),
    person: person._id,
    identity: asker.identity,
    key,
    expiresAt: new Date(now.getTime() + linkCodeMs),
  })
  return { text: texts.link.code({ code, minutes: linkCodeMs / 60_000 }) }
}

async function useCode(args: LinkArgs & { code: string }, context: Context): Promise<Reply> {
  const { store, texts, asker, key, now } = context
  if (!(await mayTry('link', tries, context))) return { text: texts.link.tooMany }
  const found = await store.linkCodes.find(indexOf(args.code, context), now)
  if (!found) return { text: texts.link.wrong }
  if (found.identity === asker.identity) return { text: texts.link.sameChat }
  if (asker.person?._id === found.person) return { text: texts.link.already }
  // Two numbers of one person are no chat to be joined: that takes an admin, who sees both.
  if (asker.person) return { text: texts.link.otherPerson({ mine: asker.person._id, other: found.person }) }
  const person = await store.people.find(found.person)
  const asked = person && isWard(person) ? askConsent(args, person, context) : undefined
  if (asked) return asked
  if (!(await store.linkCodes.use(found._id, { key, identity: asker.identity })))
    return { text: texts.link.wrong }
  return join(found, context)
}

/** For whom a guardian acted so far is asked for consent before anything is theirs. */
function askConsent(args: LinkArgs, { name }: Person, { texts, org, rules }: Context): Reply | undefined {
  if (args.consent) return undefined
  if (args.consent === false) return { text: texts.link.noConsent }
  return {
    text: `${texts.link.yourself({ name })}\n${texts.register.askConsent({ org: org.name })}\n${texts.register.minor({ age: rules.adultAge })}`,
    quickReplies: [texts.register.consent, texts.register.dissent],
    question: { field: 'consent', args },
  }
}

/** What using the code leads to; the same again when the message is run again. */
async function join({ person, identity }: LinkCode, context: Context): Promise<Reply> {
  const { store, texts, asker, key, now } = context
  const known = await store.people.find(person)
  if (!known || !(await joinChat({ identity: asker.identity, person }, context)))
    return { text: texts.link.wrong }
  const { name } = known
  const wasWard = isWard(known) || known.consent?.key === key
  if (wasWard) await store.people.consentOneself(person, { version: consentVersion, at: now, key })
  return {
    text: texts.link.done({ name, number: person }),
    quickReplies: texts.link.next,
    notices: [
      {
        person,
        chat: identity,
        say: (reader) => ({
          text: wasWard ? reader.texts.link.grownUp({ name }) : reader.texts.link.told,
        }),
      },
    ],
  }
}
