import type { Notice } from '../../chat/reply.ts'
import type { Request } from '../../store/requests.ts'
import { joinChat } from '../link/join-chat.ts'
import type { Kind } from './kind.ts'

/**
 * 换号: a chat that says it is somebody whose old chat is lost. `args` holds the person's number and name, the new
 * identity and the name it shows. Only the word of a social worker who knows the person makes it true; the old chats
 * are theirs no longer then.
 */
export const newChat: Kind = {
  line: ({ args: { person = '', name = '', shown = '' } }, _asked, texts) =>
    texts.newChat.request({ who: `${name} ${person}`, shown }),

  async agree(request, context) {
    const { store, texts, key, now } = context
    const { person = '', name = '', identity = '' } = request.args
    const who = `${name} ${person}`
    if (!(await joinChat({ identity, person }, context))) return { text: texts.newChat.taken({ who }) }
    const left = await store.identities.leaveOnly(identity, { person, key, at: now })
    // Whoever has the old phone may have asked for one.
    await store.linkCodes.drop(person)
    return {
      text: texts.newChat.agreed({ who }),
      notices: [
        {
          person,
          chat: identity,
          say: (reader) => ({
            text: reader.texts.newChat.welcome({ name, number: person }),
            quickReplies: reader.texts.newChat.next,
          }),
        },
        ...left.map(({ _id }): Notice => ({
          person,
          chat: _id,
          say: (reader) => ({ text: reader.texts.newChat.left }),
        })),
      ],
    }
  },

  async refuse(request, { texts }) {
    const { person = '', name = '' } = request.args
    return {
      text: texts.newChat.refused({ who: `${name} ${person}` }),
      notices: [notJoined(request, request.answer?.reason)],
    }
  },
}

/** What the new chat hears when it is not joined. */
export function notJoined({ args }: Pick<Request, 'args'>, reason: string | undefined): Notice {
  const { person = '', identity = '' } = args
  return { person, chat: identity, say: ({ texts }) => ({ text: texts.newChat.notNow({ reason }) }) }
}
