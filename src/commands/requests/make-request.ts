import type { Notice } from '../../chat/reply.ts'
import type { Request } from '../../store/requests.ts'
import type { Asker, Context } from '../command.ts'
import { nearestStaff } from '../nearest-staff.ts'
import { kinds } from './index.ts'

/** What is wished for; the rest of a request follows from who asks and when. */
export type Wish = Pick<Request, 'kind' | 'needs' | 'team' | 'station' | 'args' | 'wish' | 'reason'>

/** Who asks, when and by which message. */
export type AskContext = Pick<Context, 'store' | 'key' | 'now'> & {
  asker: Pick<Asker, 'person' | 'identity'>
}

/**
 * Makes a request, or finds the open one, and the notices to who may answer it: those nearest to the place. Nobody is
 * told twice of the same one.
 */
export async function makeRequest(
  wish: Wish,
  context: AskContext,
): Promise<{ request: Request; first: boolean; notices: Notice[] }> {
  const { store, asker, key, now } = context
  const request = await store.requests.add({
    ...wish,
    _id: await store.counters.next('request'),
    by: asker.person?._id ?? asker.identity,
    key,
    at: now,
    open: true,
  })
  const first = request.key === key
  const staff = first
    ? await nearestStaff(request, request.needs, store, await concerned(request, context))
    : []
  return {
    request,
    first,
    notices: staff.map(({ _id }) => notice(_id, request, context)),
  }
}

/** Who has no word on a request: who asks, whom it is about, and their guardians. */
async function concerned({ by, args }: Request, { store }: Pick<Context, 'store'>): Promise<string[]> {
  const people = await store.people.many([by, args.person ?? ''])
  return [by, ...people.flatMap(({ _id, guardians = [] }) => [_id, ...guardians.map(({ person }) => person)])]
}

function notice(person: string, request: Request, { asker }: Pick<AskContext, 'asker'>): Notice {
  const { _id: id, kind } = request
  return {
    person,
    say: ({ texts }) => ({
      text: [
        texts.requests.asked({ request: id, what: kinds[kind].line(request, asker.person, texts) }),
        kinds[kind].detail?.(request),
      ]
        .filter(Boolean)
        .join('\n'),
      quickReplies: [texts.requests.agree({ request: id }), texts.requests.disagree({ request: id })],
    }),
  }
}
