import { reachOf } from '../../domain/reach.ts'
import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'
import { ownChildren } from '../own-family.ts'
import { kinds } from '../requests/index.ts'
import { withdrawMoot } from '../requests/moot-excuses.ts'

const roles = ['leader', 'socialWorker', 'admin'] as const

type Waiting = { count: number; lines: string[]; say: string[]; next: string | undefined }

/** Requests that wait for somebody's word, oldest first. */
export async function requestsWaiting(person: Person, limit: number, context: Context): Promise<Waiting> {
  const { store, texts, asker } = context
  const own = [person._id, ...(await ownChildren(context))]
  const answerable = roles.map((needs) => ({ needs, reach: reachOf(asker.grants, needs) }))
  const { count, requests } = await store.requests.waitingFor(own, answerable, limit)
  // Those that are moot are gone by now: read again, there are fewer each time.
  if ((await withdrawMoot(requests, store)).size > 0) return requestsWaiting(person, limit, context)
  const people = await store.people.many(requests.map(({ by }) => by))
  const lines = requests.map((request) => {
    const asked = people.find(({ _id }) => _id === request.by)
    return texts.requests.line({
      request: request._id,
      what: kinds[request.kind].line(request, asked, texts),
    })
  })
  const [oldest] = requests
  return {
    count,
    lines,
    say: requests.map(({ _id }) => texts.requests.agree({ request: _id })),
    next: oldest && texts.pending.nextRequest({ request: oldest._id }),
  }
}
