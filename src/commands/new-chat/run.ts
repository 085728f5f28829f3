import type { z } from 'zod'
import type { Notice, Reply } from '../../chat/reply.ts'
import { holds } from '../../domain/roles.ts'
import type { Person } from '../../store/people.ts'
import type { Context, Run } from '../command.ts'
import { homeOf } from '../home-of.ts'
import { makeRequest } from '../requests/make-request.ts'
import { mayTry, type Tries } from '../tries.ts'
import type { newChatGrammar } from './grammar.ts'
import { objectTo } from './object-to.ts'

/** Numbers follow each other and names are known: few tries, so that nobody learns here who is registered. */
const tries: Tries = { each: 5, all: 200 }

/** What is shown of a name that a stranger gave themselves. */
const longestShown = 20

/**
 * 换号: somebody whose old chat is lost asks from a new one. Number and name must belong together; the old chats are told
 * at once and may object, and nothing changes before somebody who knows the person vouches for them.
 */
export const runNewChat: Run<z.infer<(typeof newChatGrammar)['shape']>> = async (args, context) => {
  const { texts, asker } = context
  if (args.notMe) return objectTo(context)
  if (asker.person) return { text: texts.newChat.registered({ number: asker.person._id }) }
  if (!args.number) return { text: texts.newChat.askNumber, question: { field: 'number', args } }
  if (!args.name) return { text: texts.newChat.askName, question: { field: 'name', args } }
  if (!(await mayTry('new-chat', tries, context))) return { text: texts.newChat.tooMany }
  const person = await context.store.people.find(args.number)
  if (!person || person.name.toLowerCase() !== args.name.toLowerCase())
    return { text: texts.newChat.noSuch({ number: args.number, name: args.name }) }
  return ask(person, context)
}

/** Whoever may do more than others is vouched for by an admin: a social worker must not be able to hand that on. */
async function ask(person: Person, context: Context): Promise<Reply> {
  const { store, texts, asker } = context
  const { _id: number, name, grants } = person
  const shown = [...asker.name].slice(0, longestShown).join('')
  const { request, first, notices } = await makeRequest(
    {
      kind: 'new-chat',
      needs: holds(grants, 'socialWorker') ? 'admin' : 'socialWorker',
      ...(await homeOf(person, context)),
      args: { person: number, name, identity: asker.identity, shown },
      wish: `new-chat:${number}:${asker.identity}`,
    },
    context,
  )
  if (!first) return { text: texts.newChat.waiting({ request: request._id }) }
  const old = await store.identities.ofPeople([number])
  const told = old.map(({ _id }): Notice => ({
    person: number,
    chat: _id,
    say: (reader) => ({
      text: reader.texts.newChat.isItYou({ shown }),
      quickReplies: [reader.texts.newChat.notMe],
    }),
  }))
  return {
    text: texts.newChat.asked({ request: request._id, role: texts.common.roles[request.needs] }),
    notices: [...notices.filter((notice) => notice.person !== number), ...told],
  }
}
