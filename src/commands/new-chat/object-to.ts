import type { Reply } from '../../chat/reply.ts'
import type { Context } from '../command.ts'
import { nearestStaff } from '../nearest-staff.ts'
import { notJoined } from '../requests/new-chat.ts'

/** `换号 不是我`: the person themselves ends what somebody else asked in their name; whoever was to vouch hears of it. */
export async function objectTo({ store, texts, asker, key, now }: Context): Promise<Reply> {
  const me = asker.person
  const open = me ? await store.requests.about(me._id, 'new-chat', key) : []
  const refused = []
  for (const request of open)
    if (await store.requests.answer(request._id, { to: 'refused', by: me?._id ?? '', at: now, key }))
      refused.push(request)
  const [first] = refused
  if (!me || !first) return { text: texts.newChat.nothingAsked }
  const staff = await nearestStaff(first, first.needs, store)
  const who = `${me.name} ${me._id}`
  return {
    text: texts.newChat.stopped,
    notices: [
      ...refused.map((request) => notJoined(request, undefined)),
      ...staff
        .filter(({ _id }) => _id !== me._id)
        .map(({ _id }) => ({
          person: _id,
          say: (reader: { texts: Context['texts'] }) => ({
            text: reader.texts.newChat.objected({ who, request: first._id }),
          }),
        })),
    ],
  }
}
