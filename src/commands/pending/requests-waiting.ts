import { reachOf } from '../../domain/reach.ts'
import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'
import { ownChildren } from '../own-family.ts'
import { kinds } from '../requests/index.ts'

const roles = ['leader', 'socialWorker', 'admin'] as const

/** Requests that wait for somebody's word, oldest first. */
export async function requestsWaiting(person: Person, limit: number, context: Context) {
  const { store, texts, asker } = context
  const own = [person._id, ...(await ownChildren(context))]
  const answerable = roles.map((needs) => ({ needs, reach: reachOf(asker.grants, needs) }))
  const { count, requests } = await store.requests.waitingFor(own, answerable, limit)
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
