import { bothAtOnce, overfullDays, type Taken } from '../../domain/merge-conflicts.ts'
import type { SignupState } from '../../domain/signup-states.ts'
import { formatDay } from '../../locale/format.ts'
import type { Person } from '../../store/people.ts'
import type { Context } from '../command.ts'

/** Sign-ups that are over and took nobody's time. */
export const overStates: readonly SignupState[] = ['cancelled', 'declined', 'no_show', 'excused']

/**
 * What keeps two numbers from being one person, one line each: hours that would count double, places at the same time,
 * a day with more hours than a day may have. Whoever merges settles these first, on either number.
 */
export async function conflicts(into: Person, from: Person, context: Context): Promise<string[]> {
  const [hours, own, signups, days] = await Promise.all([
    hoursTwice(into, from, context),
    verifiedOwn(into, from, context),
    placesTwice(into, from, context),
    fullDays(into, from, context),
  ])
  return [...new Set([...hours, ...own, ...signups, ...days])]
}

async function hoursTwice(into: Person, from: Person, { store, texts, zone }: Context): Promise<string[]> {
  const linesOf = async ({ _id }: Person) => {
    const lines = await store.hours.ofPerson(_id)
    return lines
      .filter(({ state }) => state !== 'rejected')
      .map(({ _id: id, activity, start, end }) => taken({ id, activity, start, end }))
  }
  const pairs = bothAtOnce(await linesOf(into), await linesOf(from))
  return pairs.map(([one, other]) =>
    texts.merge.hours({ first: one.id, second: other.id, day: formatDay(other.start, { zone, texts }) }),
  )
}

/** Nobody verifies their own hours, under whatever number. */
async function verifiedOwn(into: Person, from: Person, { store, texts }: Context): Promise<string[]> {
  const numbers = [into._id, from._id]
  const lines = await Promise.all(numbers.map((number) => store.hours.ofPerson(number)))
  return lines
    .flat()
    .filter(({ verifiers }) => verifiers.some(({ person }) => numbers.includes(person)))
    .map(({ _id }) => texts.merge.verifiedOwn({ entry: _id }))
}

async function placesTwice(into: Person, from: Person, { store, texts, now }: Context): Promise<string[]> {
  const liveOf = async ({ _id }: Person) => {
    const rows = await store.signups.allOf(_id)
    return rows.filter(({ state }) => !overStates.includes(state)).map(({ activity }) => activity)
  }
  const [first, second] = await Promise.all([liveOf(into), liveOf(from)])
  const promisedBy = ({ commitments }: Person) =>
    commitments
      .filter(({ end }) => end > now)
      .map(({ code, start, end }) => taken({ id: code, activity: code, start, end }))
  const colliding = bothAtOnce(promisedBy(into), promisedBy(from)).filter(
    ([one, other]) => one.id !== other.id,
  )
  return [
    ...second.filter((code) => first.includes(code)).map((code) => texts.merge.sameActivity({ code })),
    ...colliding.map(([one, other]) => texts.merge.collide({ first: one.id, second: other.id })),
  ]
}

async function fullDays(into: Person, from: Person, { store, texts }: Context): Promise<string[]> {
  const minutesOf = async ({ _id }: Person) => {
    const days = await store.days.ofPerson(_id)
    return new Map(
      days.map((day) => [
        day._id.slice(_id.length + 1),
        day.parts.reduce((sum, { minutes }) => sum + minutes, 0),
      ]),
    )
  }
  const days = overfullDays(await minutesOf(into), await minutesOf(from))
  return days.map((day) =>
    texts.merge.fullDay({ day: formatDay(Date.parse(`${day}T12:00:00Z`), { zone: 'UTC', texts }) }),
  )
}

const taken = ({
  id,
  activity,
  start,
  end,
}: {
  id: string
  activity: string
  start: Date
  end: Date
}): Taken => ({
  id,
  activity,
  start: start.getTime(),
  end: end.getTime(),
})
