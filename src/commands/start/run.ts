import type { Run } from '../command.ts'

/** Calls come again. */
export const runStart: Run<Record<string, unknown>> = async (_args, { store, texts, asker }) => {
  if (!asker.person) return { text: texts.common.notRegistered }
  await store.people.setOptedOut(asker.person._id, undefined)
  return { text: texts.start.done, quickReplies: [texts.start.next] }
}
