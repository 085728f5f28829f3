import type { z } from 'zod'
import { formatDays } from '../../locale/format.ts'
import type { Run } from '../command.ts'
import { fileLink, linkMinutes } from '../file-link.ts'
import type { exportHoursGrammar } from './grammar.ts'

/**
 * 导出 时长: a workbook of the asker's own scope by a one-time link. It is made when it is fetched, of what the asker
 * may see then.
 */
export const runExportHours: Run<z.infer<(typeof exportHoursGrammar)['shape']>> = async (
  { period },
  context,
) => {
  const { texts, asker } = context
  if (!asker.person) return { text: texts.common.notRegistered }
  if (!period)
    return {
      text: texts.exportHours.askPeriod,
      quickReplies: [texts.exportHours.lastMonth],
      question: { field: 'period', args: {} },
    }
  const { from, to } = period
  const url = await fileLink(
    { kind: 'hours-xlsx', subject: `${from}/${to}`, person: asker.person._id },
    context,
  )
  return {
    text: texts.exportHours.ready({ period: formatDays({ from, to }, texts), url, minutes: linkMinutes }),
  }
}
