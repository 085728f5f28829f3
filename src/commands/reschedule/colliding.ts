import { overlaps } from '../../domain/hours.ts'
import type { Signup } from '../../store/signups.ts'
import type { Context } from '../command.ts'

/** Who of those with a place promised something else at a time, and to which activity. */
export async function colliding(
  rows: readonly Signup[],
  time: { code: string; start: Date; end: Date },
  { store }: Pick<Context, 'store'>,
): Promise<{ name: string; number: string; other: string }[]> {
  const confirmed = rows.filter(({ state }) => state === 'confirmed').map(({ person }) => person)
  const people = await store.people.many(confirmed)
  const span = ({ start, end }: { start: Date; end: Date }) => ({
    start: start.getTime(),
    end: end.getTime(),
  })
  return people.flatMap(({ _id, name, commitments }) => {
    const other = commitments.find(
      (promise) => promise.code !== time.code && overlaps(span(promise), span(time)),
    )
    return other ? [{ name, number: _id, other: other.code }] : []
  })
}
