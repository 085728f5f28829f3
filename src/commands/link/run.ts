import type { z } from 'zod'
import type { Reply } from '../../chat/reply.ts'
import { type LinkCode, linkCodeMs } from '../../store/link-codes.ts'
import type { Context, Run } from '../command.ts'
import { mayTry, type Tries } from '../tries.ts'
import { codeFor, indexOf } from './code.ts'
import type { linkGrammar } from './grammar.ts'
import { joinChat } from './join-chat.ts'

/** Enough for a code copied wrong a few times, and far too few to guess one that lives ten minutes. */
const tries: Tries = { each: 5, all: 500 }

/** 关联: gives a one-time code in the first chat, and joins the chat in which it is said to the same person. */
export const runLink: Run<z.infer<(typeof linkGrammar)['shape']>> = async ({ code }, context) => {
  const { texts, asker, store, key } = context
  const used = await store.linkCodes.usedBy(key)
  if (used) return join(used, context)
  if (code) return useCode(code, context)
  if (!asker.person) return { text: texts.link.howTo, quickReplies: texts.link.orRegister }
  return giveCode(asker.person._id, context)
}

async function giveCode(person: string, context: Context): Promise<Reply> {
  const { store, texts, asker, key, now } = context
  const code = codeFor(key, context)
  await store.linkCodes.add({
    _id: indexOf(code, context),
    person,
    identity: asker.identity,
    key,
    expiresAt: new Date(now.getTime() + linkCodeMs),
  })
  return { text: texts.link.code({ code, minutes: linkCodeMs / 60_000 }) }
}

async function useCode(code: string, context: Context): Promise<Reply> {
  const { store, texts, asker, key, now } = context
  if (!(await mayTry('link', tries, context))) return { text: texts.link.tooMany }
  const found = await store.linkCodes.find(indexOf(code, context), now)
  if (!found) return { text: texts.link.wrong }
  if (found.identity === asker.identity) return { text: texts.link.sameChat }
  if (asker.person?._id === found.person) return { text: texts.link.already }
  // Two numbers of one person are no chat to be joined: that takes an admin, who sees both.
  if (asker.person) return { text: texts.link.otherPerson({ mine: asker.person._id, other: found.person }) }
  if (!(await store.linkCodes.use(found._id, { key, identity: asker.identity })))
    return { text: texts.link.wrong }
  return join(found, context)
}

/** What using the code leads to; the same again when the message is run again. */
async function join({ person, identity }: LinkCode, context: Context): Promise<Reply> {
  const { store, texts, asker } = context
  const known = await store.people.find(person)
  if (!known || !(await joinChat({ identity: asker.identity, person }, context)))
    return { text: texts.link.wrong }
  return {
    text: texts.link.done({ name: known.name, number: person }),
    quickReplies: texts.link.next,
    notices: [{ person, chat: identity, say: (reader) => ({ text: reader.texts.link.told }) }],
  }
}
