import type { Run } from '../command.ts'
import { fileLink, linkMinutes } from '../file-link.ts'

/** Everything about the asker by two one-time links: a table to read, and the whole for programs. */
export const runExport: Run<Record<string, unknown>> = async (_args, context) => {
  const { texts } = context
  const person = context.asker.person?._id
  if (!person) return { text: texts.common.notRegistered }
  const csv = await fileLink({ kind: 'my-data-csv', subject: person, person }, context)
  const json = await fileLink({ kind: 'my-data-json', subject: person, person }, context)
  return { text: texts.exportData.ready({ csv, json, minutes: linkMinutes }) }
}
