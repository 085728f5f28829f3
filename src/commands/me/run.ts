import { standing } from '../../domain/stars.ts'
import type { SignupState } from '../../domain/signup-states.ts'
import { localDate, startOfDay } from '../../domain/time/local-date.ts'
import { formatDay, formatMinutes, formatRange } from '../../locale/format.ts'
import type { Person } from '../../store/people.ts'
import type { Context, Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'

/** States of a sign-up that still expects somebody. */
const expected: readonly SignupState[] = ['confirmed', 'offered', 'waiting', 'arrived']

const shownActivities = 2

/** Number, roles, hours, star and what comes next; for the asker's eyes alone. */
export const runMe: Run<Record<string, unknown>> = async (_args, context) => {
  const { texts, store } = context
  const { person } = context.asker
  if (!person) return { text: texts.common.notRegistered }
  const [totals, next] = await Promise.all([store.hours.totals(person._id), nextActivities(person, context)])
  const waiting = (totals.pending ?? 0) + (totals.seconding ?? 0)
  const lines = [
    texts.me.who({ number: person._id, name: person.name }),
    rolesOf(person, context),
    texts.me.hours({
      verified: formatMinutes(totals.verified ?? 0, texts),
      pending: waiting > 0 ? formatMinutes(waiting, texts) : undefined,
    }),
    starOf(person, totals.verified ?? 0, context),
    next.length > 0 ? texts.me.next({ list: next.join(texts.me.between) }) : texts.me.nothingNext,
    ...(person.optedOut ? [texts.me.optedOut] : []),
  ]
  return { ...inPrivate(lines.join('\n'), context), quickReplies: next.length > 0 ? [] : [texts.me.list] }
}

function rolesOf({ grants }: Person, { texts }: Context): string {
  if (grants.length === 0) return texts.me.noRoles
  const roles = grants.map(({ role, scope }) =>
    texts.me.role({
      scope: scope.kind === 'all' ? undefined : scope.name,
      role: texts.common.roles[role],
    }),
  )
  return texts.me.roles({ roles: roles.join(texts.me.between) })
}

function starOf(person: Person, minutes: number, context: Context): string {
  const { texts, zone, now, rules } = context
  const today = localDate(now.getTime(), zone)
  const { star, next } = standing(
    { minutes, registered: localDate(person.createdAt.getTime(), zone), today },
    rules.stars,
  )
  if (!next) return texts.me.star({ star })
  return (
    texts.me.star({ star }) +
    texts.me.nextStar({
      star: next.star,
      missing: next.minutesMissing > 0 ? formatMinutes(next.minutesMissing, texts) : undefined,
      notBefore: next.notBefore > today ? formatDay(startOfDay(next.notBefore, zone), context) : undefined,
    })
  )
}

async function nextActivities(person: Person, context: Context): Promise<string[]> {
  const { store, texts, now } = context
  const signups = await store.signups.ofPerson(person._id, expected)
  const state = new Map(signups.map((signup) => [signup.activity, signup.state]))
  const activities = await store.activities.many([...state.keys()])
  return activities
    .filter((activity) => activity.state === 'open' && activity.end > now)
    .sort((a, b) => a.start.getTime() - b.start.getTime())
    .slice(0, shownActivities)
    .map((activity) =>
      texts.me.activity({
        code: activity._id,
        when: formatRange(activity, context),
        title: activity.title,
        waiting: ['waiting', 'offered'].includes(state.get(activity._id) ?? ''),
      }),
    )
}
