import { placeStates } from '../domain/signup-states.ts'
import { type Prompt, promptId } from '../store/prompts.ts'
import type { Context } from './command.ts'

/**
 * The call somebody may answer with 1 or 2: the latest that reached them, or the one to the activity named, while that
 * is still ahead. Nothing is written for it before the answer. `settled`: they said yes or no, or have signed up.
 */
export async function latestCall(
  code: string | undefined,
  context: Context,
): Promise<{ prompt: Prompt; settled: boolean } | undefined> {
  const { store, asker, now } = context
  if (!asker.person) return undefined
  const row = await store.outbox.latestCall(asker.person._id, code)
  const activity = row?.activity === undefined ? undefined : await context.activity(row.activity)
  if (!row || !activity || activity.state !== 'open' || activity.start <= now) return undefined
  const person = row.child ?? asker.person._id
  const _id = promptId('call', activity._id, person)
  const [before, signup] = await Promise.all([
    store.prompts.find(_id),
    store.signups.find(activity._id, person),
  ])
  return {
    prompt: { _id, kind: 'call', person, activity: activity._id, token: row._id, until: activity.start },
    settled:
      before?.answeredBy !== undefined ||
      (signup !== null && ['waiting', ...placeStates].includes(signup.state)),
  }
}
