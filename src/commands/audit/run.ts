import { may } from '../../domain/roles.ts'
import { formatClock, formatDay } from '../../locale/format.ts'
import type { AuditLine } from '../../store/audit.ts'
import type { Context, Run } from '../command.ts'

export type AuditArgs = { count?: number | undefined; by?: string | undefined }

const usual = 10

/** Who did what, newest first. It is told to who administers everything: lines of all teams stand side by side. */
export const runAudit: Run<AuditArgs> = async ({ count = usual, by }, context) => {
  const { store, texts, asker } = context
  if (!may(asker.grants, 'admin', {})) return { text: texts.audit.notYours }
  const lines = await store.audit.latest({ by, limit: count })
  if (lines.length === 0) return { text: texts.audit.none }
  const people = await store.people.many([...new Set(lines.map((line) => line.by))])
  const names = new Map(people.map(({ _id, name }) => [_id, name]))
  const header = lines.length === count ? texts.audit.header({ count }) : texts.audit.all
  return { text: [header, ...lines.map((line) => sayLine(line, names, context))].join('\n') }
}

function sayLine(line: AuditLine, names: ReadonlyMap<string, string>, context: Context): string {
  const { texts, zone } = context
  return texts.audit.line({
    when: `${formatDay(line.at, context)} ${formatClock(line.at, zone)}`,
    who: `${line.by} ${names.get(line.by) ?? ''}`.trim(),
    did: wordOf(line.command, texts),
    answered: line.answered,
  })
}

/** The command word as it stands in help, which every command has. */
function wordOf(command: string, texts: Context['texts']): string {
  const lines: Record<string, { example: string }> = texts.help.commands
  return lines[command]?.example.split(' ', 1)[0] ?? command
}
