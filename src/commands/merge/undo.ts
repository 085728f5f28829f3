import type { Reply } from '../../chat/reply.ts'
import { type Merge, undoMs } from '../../store/merges.ts'
import type { Context } from '../command.ts'
import type { MergeArgs } from './run.ts'
import { takeBack } from './take-back.ts'

/** `合并 撤销 V000456`: for 30 days both are again who they were; what came since stays where it came to. */
export async function runUndo(from: string, args: MergeArgs, context: Context): Promise<Reply> {
  const { store, texts, asker, key, now } = context
  const merge = await store.merges.of(from)
  if (!merge || now.getTime() > merge.at.getTime() + undoMs)
    return { text: texts.merge.nothingToUndo({ from, days: undoMs / (24 * 3600_000) }) }
  const { into } = merge
  if (args.confirm === undefined)
    return {
      text: texts.merge.undoConfirm({ from, into }),
      quickReplies: [texts.common.yes, texts.common.no],
      question: { field: 'confirm', args },
    }
  if (!args.confirm) return { text: texts.common.nothingDone }
  const by = { person: asker.person?._id ?? asker.identity, key, at: now }
  if (!(await store.merges.undo(merge._id, by))) return { text: texts.merge.busy({ from }) }
  return undone({ ...merge, state: 'undoing', undoneBy: by }, context)
}

/** Takes a merge back, or goes on with it, and says so. */
export async function undone(merge: Merge, { store, texts }: Context): Promise<Reply> {
  const { from, into, state } = merge
  if (state === 'undoing') await takeBack(merge, store)
  return {
    text: texts.merge.undone({ from, into }),
    notices: [from, into].map((person) => ({
      person,
      say: (reader) => ({ text: reader.texts.merge.toldUndone({ number: person }) }),
    })),
  }
}
