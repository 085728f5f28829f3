import type { Notice, Reply } from '../../chat/reply.ts'
import { holds, may } from '../../domain/roles.ts'
import { addDays, localDate, startOfDay } from '../../domain/time/local-date.ts'
import { formatDay } from '../../locale/format.ts'
import type { Reader } from '../../chat/reply.ts'
import type { Handover, Led } from '../../store/handovers.ts'
import type { Person } from '../../store/people.ts'
import type { Context, Run } from '../command.ts'
import { findPerson } from '../find-person.ts'
import { sayWho } from '../say-grant.ts'
import { scopePlace } from '../team-place.ts'
import type { HandOverArgs } from './grammar.ts'
import { moveLed } from './move-led.ts'

type Pair = { from: Person; to: Person }

/**
 * 移交: roles, activities, paired volunteers and reports of one social worker go to another. Both are named by number
 * and confirmed first. What goes is listed before anything moves, and a rerun of the message moves the rest of it.
 */
export const runHandOver: Run<HandOverArgs> = async (args, context) => {
  const { store, texts, place, key, now, zone } = context
  if (place.kind === 'room') return { text: texts.common.directOnly }
  if (args.confirm === false) return { text: texts.common.nothingDone }
  if (!args.from || !args.to) return { text: texts.handOver.howTo }
  const [first, second] = await Promise.all([findPerson(args.from, context), findPerson(args.to, context)])
  if ('problem' in first) return { text: first.problem }
  if ('problem' in second) return { text: second.problem }
  const pair = { from: first.person, to: second.person }
  const before = await store.handovers.find(key)
  if (before) return finish(before, pair, context)

  if (pair.from._id === pair.to._id) return { text: texts.handOver.same }
  if (!holds(pair.to.grants, 'socialWorker'))
    return { text: texts.handOver.notWorker({ who: sayWho(pair.to, context) }) }
  if (args.until !== undefined && args.until < localDate(now.getTime(), zone))
    return { text: texts.handOver.past }
  const led = await listLed(pair.from, context)
  if (!led) return { text: texts.grant.notYours }
  if (Object.values(led).every((list) => list.length === 0))
    return { text: texts.handOver.nothing({ who: sayWho(pair.from, context) }) }
  const until = args.until === undefined ? undefined : new Date(startOfDay(addDays(args.until, 1), zone))
  const handover: Handover = {
    _id: key,
    from: pair.from._id,
    to: pair.to._id,
    by: context.asker.person?._id ?? context.asker.identity,
    at: now,
    ...(until && { until }),
    ...led,
  }
  if (!args.confirm) return ask(handover, pair, args, context)
  await store.handovers.add(handover)
  return finish(handover, pair, context)
}

/** All that somebody leads; nothing when some of it is not within the asker's reach. */
async function listLed(from: Person, context: Context): Promise<Led | undefined> {
  const { store, asker, now } = context
  const grants = from.grants
    .filter(({ role }) => role === 'socialWorker' || role === 'leader')
    .map(({ role, scope }) => ({ role, scope }))
  const { activities, ...others } = await store.linkage.of(from._id, now)
  const places = await Promise.all(grants.map(({ scope }) => scopePlace(scope, context)))
  const within = [...places, ...activities].every((place) => may(asker.grants, 'admin', place))
  return within ? { grants, activities: activities.map(({ _id }) => _id), ...others } : undefined
}

function sayLed(
  handover: Handover,
  { from, to }: Pair,
  { texts, zone, now }: Pick<Reader, 'texts'> & Pick<Context, 'zone' | 'now'>,
) {
  const { grants, activities, volunteers, reports, until } = handover
  return {
    from: from.name,
    to: to.name,
    roles: grants.length,
    activities: activities.length,
    volunteers: volunteers.length,
    reports: reports.length,
    // The day before midnight is the last one.
    until: until && formatDay(until.getTime() - 1, { zone, texts, now }),
  }
}

function ask(handover: Handover, pair: Pair, args: HandOverArgs, context: Context): Reply {
  const { texts } = context
  const who = { from: sayWho(pair.from, context), to: sayWho(pair.to, context) }
  return {
    text: texts.handOver.ask({ ...sayLed(handover, pair, context), ...who }),
    quickReplies: [texts.common.yes, texts.common.no],
    question: {
      field: 'confirm',
      args: { from: pair.from._id, to: pair.to._id, ...(args.until && { until: args.until }) },
    },
  }
}

/** The timer first: what went over for a time comes back whatever happens next. */
async function finish(handover: Handover, pair: Pair, context: Context): Promise<Reply> {
  const { store, texts, asker } = context
  const { _id: id, until } = handover
  if (until)
    await store.timers.set({ kind: 'handover-ends', subject: id, due: until, data: { handover: id } })
  await moveLed(handover, context)
  const by = asker.person?.name ?? asker.name
  const notices = [pair.from, pair.to]
    .filter(({ _id }) => _id !== asker.person?._id)
    .map(({ _id }): Notice => ({
      person: _id,
      say: ({ texts: read }) => ({
        text: read.handOver.told({ ...sayLed(handover, pair, { ...context, texts: read }), by }),
      }),
    }))
  return { text: texts.handOver.done(sayLed(handover, pair, context)), notices }
}
