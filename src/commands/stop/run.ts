import type { Run } from '../command.ts'

/** No more calls for this person. Reminders of one's own sign-ups are no calls and stay. */
export const runStop: Run<Record<string, unknown>> = async (_args, { store, texts, asker, now, place }) => {
  if (asker.person) await store.people.setOptedOut(asker.person._id, now)
  if (place.kind === 'room') return { text: texts.stop.inRoom }
  return asker.person
    ? { text: texts.stop.done, quickReplies: [texts.stop.undo] }
    : { text: texts.stop.stranger }
}
