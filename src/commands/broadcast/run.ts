import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import { resolveAudience } from '../audience.ts'
import type { Context, Run } from '../command.ts'
import { asProse } from '../prose.ts'
import { askMoment, type ScheduledArgs } from '../schedule-args.ts'
import { begun, previewDraft, sendDraft } from '../send-to-many.ts'
import { teamPlace } from '../team-place.ts'

export type BroadcastArgs = ScheduledArgs & {
  audience?: string | undefined
  text?: string | undefined
  confirm?: boolean | undefined
}

/** Characters: what thousands are asked to read should be short, and fits into one message everywhere. */
export const longestText = 500

const offered = 5

/** Says something to an audience: shows whom it would reach, and goes out after 是. */
export const runBroadcast: Run<BroadcastArgs> = async (args, context) => {
  const { store, texts, key, org } = context
  const made = await store.broadcasts.madeBy(key)
  if (made) return begun(made, context)
  if (args.confirm === false) return { text: texts.common.nothingDone }
  if (!args.audience) return askAudience(args, context)
  const audience = await resolveAudience(args.audience, { role: 'socialWorker', signedUp: [] }, context)
  if ('problem' in audience)
    return { text: audience.problem, question: { field: 'audience', args: { ...args, audience: undefined } } }
  const askText = (text: string): Reply => ({
    text,
    question: { field: 'text', args: { ...args, text: undefined } },
  })
  const unclear = askMoment(args, args, context)
  if (unclear) return unclear
  const said = asProse(args.text?.trim() ?? '')
  if (!said) return askText(texts.broadcast.askText)
  const length = [...said].length
  if (length > longestText) return askText(texts.broadcast.tooLong({ length, most: longestText }))
  const draft = {
    kind: 'broadcast' as const,
    text: texts.broadcast.text({ said, org: org.name }),
    quickReplies: [],
    audience,
    said: args.audience,
    at: args.at,
  }
  if (!args.confirm || audience.targets.length === 0) return previewDraft(draft, args, context)
  return sendDraft(draft, context)
}

/** Offers the teams the asker may speak to. */
async function askAudience(args: BroadcastArgs, { store, texts, asker }: Context): Promise<Reply> {
  const teams = (await store.teams.all())
    .filter((team) => may(asker.grants, 'socialWorker', teamPlace(team)))
    .map(({ _id }) => _id)
    .slice(0, offered)
  return {
    text: texts.broadcast.askAudience({ teams: teams.join(texts.audience.between) }),
    quickReplies: teams,
    question: { field: 'audience', args },
  }
}
