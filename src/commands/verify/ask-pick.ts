import type { Reply } from '../../chat/reply.ts'
import { formatMinutes } from '../../locale/format.ts'
import type { HoursEntry } from '../../store/hours.ts'
import type { Texts } from '../../locale/index.ts'
import type { Context } from '../command.ts'
import { tellApart } from './tell-apart.ts'

/** Lines named in the question; the rest are counted. */
const shown = 4

/** Asks which of an activity's waiting lines are meant. Names are told in private only. */
export async function askPick(
  { open }: { open: readonly HoursEntry[] },
  { code, me }: { code: string; me: string },
  { store, texts, place }: Context,
): Promise<Reply> {
  const waiting = open.filter((line) => line.person !== me)
  if (waiting.length === 0) return { text: texts.verify.nothing({ code }) }
  const first = waiting.slice(0, shown)
  const nameOf = tellApart(await store.people.many(waiting.map(({ person }) => person)))
  const lines = first.map((line) =>
    texts.verify.line({
      entry: line._id,
      name: nameOf(line.person),
      time: formatMinutes(line.minutes, texts),
      ...beside(line, texts),
    }),
  )
  const text = texts.verify.which({ code, count: waiting.length })
  const details = lines.join('\n')
  return {
    ...(place.kind === 'room' ? { text, private: details } : { text: `${text}\n${details}` }),
    quickReplies: [texts.verify.all],
    question: { field: 'pick', args: { code } },
  }
}

/** What stands beside the claim: the plan and the check-in where they say something else, and how the line came about. */
function beside({ claimed, planned, attended, unclaimed, correction }: HoursEntry, texts: Texts) {
  const unlike = (minutes: number | undefined) =>
    minutes === undefined || minutes === claimed ? undefined : formatMinutes(minutes, texts)
  return {
    planned: unlike(planned),
    attended: unlike(attended?.minutes),
    unclaimed: unclaimed ?? false,
    correction: correction ?? false,
  }
}
