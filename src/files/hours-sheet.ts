import writeExcelFile from 'write-excel-file/node'
import { type Reach, reachOf } from '../domain/reach.ts'
import { formatDays } from '../locale/format.ts'
import { textsFor } from '../locale/index.ts'
import type { Seal } from '../seal.ts'
import type { HoursEntry } from '../store/hours.ts'
import type { FileDeps, MakeFile } from './index.ts'

/** Lines of a workbook at most: what a spreadsheet program still opens without complaint. */
const mostLines = 200_000

type Row = (string | number | Date | null)[]

/**
 * The ledger of a period within what a person may see now: a sheet of all lines, refused and corrected ones too, and a
 * sheet that says what they are and what the verified ones add up to. Cells are typed, so that no text is a formula.
 */
export const hoursSheet: MakeFile = async ({ subject, person: who, locale, createdAt }, deps) => {
  const { store } = deps
  const [from = '', to = ''] = subject.split('/')
  const person = await store.people.find(who)
  const reach = reachOf(person?.grants ?? [], 'socialWorker')
  if (!person || isNothing(reach)) return undefined
  const lines = await store.hours.inPeriod({ from, to, reach, limit: mostLines })
  const texts = textsFor(locale)
  const { fileName, sheets, columns, notes } = texts.exportHours
  const counted = lines.filter(({ state }) => state === 'verified')
  const minutes = counted.reduce((sum, line) => sum + line.minutes, 0)
  const scope = reach === 'all' ? texts.common.everywhere : [...reach.stations, ...reach.teams].join(', ')
  const body = await writeExcelFile([
    {
      data: [bold(columns), ...(await rows(lines, { ...deps, locale }))],
      sheet: sheets.lines,
      stickyRowsCount: 1,
    },
    {
      data: notes({
        period: formatDays({ from, to }, texts),
        scope,
        made: createdAt,
        lines: lines.length,
        counted: counted.length,
        minutes,
      }).map(([name, value]) => [{ value: name, fontWeight: 'bold' as const }, cell(value)]),
      sheet: sheets.notes,
      columns: [{ width: 24 }, { width: 80 }],
    },
  ]).toBuffer()
  return {
    name: fileName({ from, to }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body,
  }
}

const isNothing = (reach: Reach) => reach !== 'all' && reach.teams.length === 0 && reach.stations.length === 0

const bold = (texts: readonly string[]) => texts.map((value) => ({ value, fontWeight: 'bold' as const }))

const cell = (value: Row[number]) =>
  value instanceof Date
    ? { value, format: 'yyyy-mm-dd hh:mm' }
    : typeof value === 'string'
      ? { value, type: String }
      : value

function wordsOf({ note, rejected }: HoursEntry, seal: Seal): string {
  const sealed = note ?? rejected?.reason
  return sealed === undefined ? '' : seal.open(sealed)
}

async function rows(
  lines: readonly HoursEntry[],
  { store, locale }: Pick<FileDeps, 'store'> & { locale: 'zh-CN' | 'en' },
) {
  const { hours } = textsFor(locale)
  const people = new Map(
    (await store.people.many([...new Set(lines.map(({ person }) => person))])).map((one) => [
      one._id,
      one.name,
    ]),
  )
  const activities = new Map(
    (await store.activities.many([...new Set(lines.map(({ activity }) => activity))])).map((one) => [
      one._id,
      one.title,
    ]),
  )
  return lines.map((line) => {
    const row: Row = [
      line._id,
      line.person,
      people.get(line.person) ?? '',
      line.activity,
      activities.get(line.activity) ?? '',
      line.category,
      line.team ?? '',
      line.station ?? '',
      line.date,
      line.claimed,
      line.planned,
      line.attended?.minutes ?? null,
      line.minutes,
      hours.states[line.state],
      line.verifiers.map((word) => word.person).join(' '),
      line.verifiedAt ?? null,
      line.corrects ?? '',
      wordsOf(line, store.seal),
    ]
    return row.map(cell)
  })
}
