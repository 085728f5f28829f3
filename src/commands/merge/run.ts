import type { z } from 'zod'
import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import { type Merge, undoMs } from '../../store/merges.ts'
import type { Person } from '../../store/people.ts'
import type { Context, Run } from '../command.ts'
import { carryOut } from './carry-out.ts'
import { conflicts } from './conflicts.ts'
import type { mergeGrammar } from './grammar.ts'
import { sayPerson } from './say-person.ts'
import { runUndo, undone } from './undo.ts'

export type MergeArgs = z.infer<(typeof mergeGrammar)['shape']>

/** Conflicts named at once; the others show when these are settled. */
const mostNamed = 8

/** 合并: two registrations of one person become one, after both were shown and confirmed. */
export const runMerge: Run<MergeArgs> = async (args, context) => {
  const { store, texts, asker, key, now } = context
  const made = await store.merges.madeBy(key)
  if (made) return made.undoneBy?.key === key ? undone(made, context) : merged(made, context)
  if (!may(asker.grants, 'admin', {}))
    return { text: texts.common.notAllowed({ role: texts.merge.wholeAdmin }) }
  if (!args.from) return { text: texts.merge.howTo }
  if (args.undo) return runUndo(args.from, args, context)
  const begun = await store.merges.of(args.from)
  // One that a dead process left half done is carried on, whoever asks.
  if (begun?.state === 'merging') return merged(begun, context)
  const found = await bothOf({ into: args.into ?? '', from: args.from }, context)
  if ('problem' in found) return { text: found.problem }
  const { into, from } = found
  const problems = await conflicts(into, from, context)
  if (problems.length > 0)
    return {
      text: [texts.merge.conflict, ...problems.slice(0, mostNamed), texts.merge.settleFirst].join('\n'),
    }
  if (args.confirm === undefined) return preview(found, args, context)
  if (!args.confirm) return { text: texts.common.nothingDone }
  const merge: Merge = {
    _id: `${from._id}/${key}`,
    from: from._id,
    into: into._id,
    by: asker.person?._id ?? asker.identity,
    key,
    at: now,
    state: 'merging',
    before: { from, into },
    moved: {},
    signups: [],
    replaced: [],
    expiresAt: new Date(now.getTime() + undoMs),
  }
  await store.merges.add(merge)
  return merged(merge, context)
}

/** Both people, if they can be one at all. */
async function bothOf(
  said: { into: string; from: string },
  { store, texts }: Context,
): Promise<{ into: Person; from: Person } | { problem: string }> {
  const [into, from] = await Promise.all([store.people.find(said.into), store.people.row(said.from)])
  if (!into) return { problem: texts.common.noPerson({ who: said.into }) }
  if (!from) return { problem: texts.common.noPerson({ who: said.from }) }
  if (from.mergedInto) return { problem: texts.merge.already({ from: from._id, into: from.mergedInto }) }
  if (into._id === from._id) return { problem: texts.merge.same }
  const related = [into, from].some(({ guardians = [] }) =>
    guardians.some(({ person }) => person === into._id || person === from._id),
  )
  return related ? { problem: texts.merge.family } : { into, from }
}

async function preview(
  { into, from }: { into: Person; from: Person },
  args: MergeArgs,
  context: Context,
): Promise<Reply> {
  const { texts } = context
  const lines = await Promise.all([into, from].map((person) => sayPerson(person, context)))
  return {
    text: [
      texts.merge.preview({ into: into._id, from: from._id }),
      ...lines,
      texts.merge.confirm({ into: into._id, from: from._id }),
    ].join('\n'),
    quickReplies: [texts.common.yes, texts.common.no],
    question: { field: 'confirm', args },
  }
}

/** Carries a merge out, or on, and says so; the person is told in the chat used last. */
async function merged(merge: Merge, context: Context): Promise<Reply> {
  const { store, texts } = context
  const { into, from, state } = merge
  if (state === 'merging') await carryOut(merge, store)
  return {
    text: texts.merge.done({ into, from, name: merge.before.into.name }),
    notices: [
      {
        person: into,
        say: (reader) => ({
          text: reader.texts.merge.told({ into, from }),
          quickReplies: reader.texts.merge.next,
        }),
      },
    ],
  }
}
