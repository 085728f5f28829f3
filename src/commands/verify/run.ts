import type { z } from 'zod'
import type { Reply } from '../../chat/reply.ts'
import { may } from '../../domain/roles.ts'
import { formatMinutes } from '../../locale/format.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Context, Run } from '../command.ts'
import { inPrivate } from '../in-private.ts'
import { ownChildren } from '../own-family.ts'
import { answer } from './answer.ts'
import { askPick } from './ask-pick.ts'
import { choosePeople } from './choose-people.ts'
import { sayWords } from './say-words.ts'
import type { verifyGrammar } from './grammar.ts'

export type VerifyArgs = z.infer<(typeof verifyGrammar)['shape']>

/** Lines verified by one message. More than this belongs into a job of its own, which a mailbox need not wait behind. */
export const mostAtOnce = 200

/** Lines looked at in one go. */
const window = 1_000

/** A social worker's word on the hours of an activity. Lines on which this message has spoken before count as done by it. */
export const runVerify: Run<VerifyArgs> = async (args, context) => {
  const { store, texts, key, now } = context
  const { person, grants } = context.asker
  if (!person) return { text: texts.common.notRegistered }
  const { code, pick, who = [] } = args
  if (!code) return { text: texts.verify.whichActivity, quickReplies: [texts.verify.seePending] }
  const activity = await context.activity(code)
  if (!activity) return { text: texts.common.noActivity({ code }) }
  if (!may(grants, 'socialWorker', activity))
    return { text: texts.verify.outOfScope({ code, team: activity.team ?? activity.station ?? '' }) }

  const read = (filter: { people?: readonly string[]; except?: readonly string[] }) =>
    store.hours.forWord(code, { key, until: now, limit: window, ...filter })
  if (!pick) return askPick(await read({}), { code, me: person._id }, context)

  const chosen =
    pick === 'all'
      ? { people: [] }
      : await choosePeople(
          who,
          async (people) => {
            const { said, open } = await read({ people })
            return [...said, ...open]
          },
          { ...context, code },
        )
  if ('problem' in chosen) return askNumber(chosen, args, context)
  const { said, open } = await read(
    pick === 'some' ? { people: chosen.people } : pick === 'except' ? { except: chosen.people } : {},
  )

  const tooFew = [...said, ...open].find(
    ({ claimed }) => args.minutes !== undefined && args.minutes > claimed,
  )
  if (tooFew) return { text: moreThanClaimed(tooFew, context) }
  const children = await ownChildren(context)
  const mine = open.filter((line) => line.person === person._id)
  const childrens = open.filter((line) => children.has(line.person))
  const possible = open.filter(
    (line) => line.person !== person._id && !children.has(line.person) && !hasSpoken(line, person._id),
  )
  const taken = possible.slice(0, Math.max(0, mostAtOnce - said.length))
  const after = await sayWords(
    taken.map((line) => ({ line, minutes: Math.min(args.minutes ?? line.minutes, line.minutes) })),
    context,
  )
  return answer(
    {
      code,
      done: [...said, ...after.filter(({ verifiers }) => verifiers.some((word) => word.key === key))],
      own: mine.map(({ _id }) => _id),
      childrens: { entries: childrens.map(({ _id }) => _id), place: activity },
      seconded: open
        .filter((line) => !children.has(line.person) && hasSpoken(line, person._id))
        .map(({ _id }) => _id),
      more: possible.length > taken.length,
    },
    context,
  )
}

/** A number alone answers when one name was said; of several, or of an exception, the whole is said again. */
function askNumber(
  { problem, numbers = [] }: { problem: string; numbers?: string[] },
  { code, pick, who = [], minutes }: VerifyArgs,
  context: Context,
): Reply {
  const reply = inPrivate(problem, context)
  if (numbers.length === 0 || pick !== 'some' || who.length > 1 || context.place.kind === 'room') return reply
  return { ...reply, quickReplies: numbers, question: { field: 'who', args: { code, pick, minutes } } }
}

const hasSpoken = ({ verifiers }: HoursEntry, who: string): boolean =>
  verifiers.some(({ person }) => person === who)

function moreThanClaimed({ _id, claimed }: HoursEntry, { texts }: Context): Reply['text'] {
  return texts.verify.moreThanClaimed({ entry: _id, claimed: formatMinutes(claimed, texts) })
}
