import type { Notice, Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import type { Person } from '../../store/people.ts'
import { askWhich } from '../ask-which.ts'
import type { Context, Run } from '../command.ts'
import { findPerson } from '../find-person.ts'
import { inPrivate } from '../in-private.ts'
import { sayWho } from '../say-grant.ts'
import { scopePlace } from '../team-place.ts'
import type { PairArgs } from './grammar.ts'

/** Volunteers listed at once. */
const shown = 30

/**
 * 结对: from now on this social worker leads a volunteer of a team in their scope, or of none. Somebody else's is asked
 * for by 移交 and never taken.
 */
export const runPair: Run<PairArgs> = async (args, context) => {
  const { store, texts, asker, key, now } = context
  const { person: worker } = asker
  if (!worker) return { text: texts.common.notRegistered }
  if (!args.who) return list(worker, context)
  const found = await findPerson(args.who, context)
  if ('problem' in found) return askWhich(found, args, context)
  const { person } = found
  if (person._id === worker._id) return { text: texts.pair.own }
  const before = await store.pairings.find(person._id)
  if (!before && !(await isWithin(person, context)))
    return inPrivate(texts.pair.notYours({ who: sayWho(person, context) }), context)
  const pairing =
    before ?? (await store.pairings.add({ _id: person._id, worker: worker._id, since: now, key }))
  if (pairing.key !== key) return taken(pairing.worker, person, context)
  const notice: Notice = {
    person: person._id,
    say: (reader) => ({ text: reader.texts.pair.told({ worker: worker.name }) }),
  }
  return { ...inPrivate(texts.pair.done({ who: sayWho(person, context) }), context), notices: [notice] }
}

/** A volunteer of no team may be led by any social worker. */
async function isWithin({ grants }: Person, context: Context): Promise<boolean> {
  if (grants.length === 0) return true
  const places = await Promise.all(grants.map(({ scope }) => scopePlace(scope, context)))
  return places.some((place) => may(context.asker.grants, 'socialWorker', place))
}

async function taken(worker: string, person: Person, context: Context): Promise<Reply> {
  const { store, texts, asker } = context
  const who = sayWho(person, context)
  if (worker === asker.person?._id) return inPrivate(texts.pair.already({ who }), context)
  const other = await store.people.find(worker)
  return inPrivate(texts.pair.taken({ who, worker: other?.name ?? worker }), context)
}

async function list(worker: Person, context: Context): Promise<Reply> {
  const { store, texts } = context
  const pairings = await store.pairings.ofWorker(worker._id)
  if (pairings.length === 0) return { text: texts.pair.nobody }
  const people = await store.people.many(pairings.slice(0, shown).map(({ _id }) => _id))
  const names = people.map((person) => sayWho(person, context)).join(texts.pair.between)
  return inPrivate(texts.pair.list({ count: pairings.length, names }), context)
}
