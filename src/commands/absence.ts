import type { Notice, Reply } from '../chat/reply.ts'
import { may } from '../domain/roles.ts'
import { activityLine } from './activity-line.ts'
import type { Context } from './command.ts'
import { inPrivate } from './in-private.ts'
import { chooseOnList, markAbsence } from './mark-absence.ts'
import type { PeopleAt } from './people-at.ts'

/** How one of the two commands about people who do not come speaks and what it does. */
export type Absence = {
  event: 'miss' | 'excuse'
  /** It cannot be said before the activity has begun. */
  afterStart: boolean
  texts: (context: Context) => Context['texts']['noShow'] | Context['texts']['excuse']
}

/** 缺席 and 准假: for leaders of the activity's team, never for oneself; the people concerned are told. */
export async function runAbsence(
  { event, afterStart, texts: textsOf }: Absence,
  args: PeopleAt,
  context: Context,
): Promise<Reply> {
  const { asker, texts, now } = context
  const said = textsOf(context)
  const { code, who } = args
  if (!code) return { text: said.which, question: { field: 'code', args } }
  const activity = await context.activity(code)
  if (!activity) return { text: texts.common.noActivity({ code }) }
  if (!may(asker.grants, 'leader', activity))
    return { text: texts.common.notAllowed({ role: texts.common.doers.leader }) }
  const what = activityLine(activity, context)
  if (afterStart && activity.start > now) return { text: texts.noShow.notBegun({ what }) }
  if (!who) return { text: said.who({ code }), question: { field: 'who', args } }

  const found = await chooseOnList(who, activity, context)
  if ('problem' in found) return inPrivate(found.problem, context)
  if (found.chosen.some(({ person }) => person._id === asker.person?._id)) return { text: texts.noShow.own }
  const done: typeof found.chosen = []
  const lines: string[] = []
  for (const one of found.chosen) {
    const outcome = await markAbsence(one, event, context)
    if (outcome === 'done') done.push(one)
    else {
      const state = texts.noShow.states[outcome]
      lines.push(texts.noShow.unchanged({ who: one.person.name, code, state }))
    }
  }
  const names = done.map(({ person }) => person.name).join(texts.verify.between)
  if (done.length > 0) lines.unshift(said.done({ code, names }))
  const by = asker.person?.name ?? asker.name
  return {
    ...inPrivate(lines.join('\n'), context),
    notices: done.map(({ person }): Notice => ({
      person: person._id,
      say: (reader) => {
        const theirs = { ...context, ...reader }
        return { text: textsOf(theirs).told({ by, what: activityLine(activity, theirs) }) }
      },
    })),
  }
}
